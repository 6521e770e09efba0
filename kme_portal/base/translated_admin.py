"""Office texts in the admin: a field per language, and the state of each translation."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from kme_portal.base.languages_apart import LanguagesApart
from kme_portal.base.translated import GERMAN


class TranslatedTextsAdmin(LanguagesApart, TranslationAdmin):
    """Marks a language as translated when its texts were changed, or ticked as still right.

    Add "translation_state" to `readonly_fields` and the fieldsets of the concrete admin.
    """

    def save_model(self, request, obj, form, change):
        # Browsers send other line ends than were stored; the text is the same all the same.
        for language, _name in settings.LANGUAGES:
            for name in obj.translated_fields():
                if text := getattr(obj, f"{name}_{language}"):
                    setattr(obj, f"{name}_{language}", _same_lines(text))
        for language, _name in settings.LANGUAGES:
            names = [f"{name}_{language}" for name in obj.translated_fields()]
            changed = any(
                _same_lines(form.initial.get(name)) != (getattr(obj, name) or "")
                for name in names
                if name in form.changed_data
            )
            if changed and language != GERMAN:
                obj.mark_translated(language)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("State of the translations"))
    def translation_state(self, obj):
        """One sentence: which languages are missing, which are older than the German text."""
        if obj is None or obj.pk is None:
            return "–"
        names = dict(settings.LANGUAGES)
        sentences = []
        if outdated := obj.outdated_languages():
            sentences.append(
                gettext("The German text has changed since: %(languages)s.")
                % {"languages": ", ".join(str(names[code]) for code in outdated)}
            )
        if missing := obj.missing_languages():
            sentences.append(
                gettext("Not translated yet: %(languages)s.")
                % {"languages": ", ".join(str(names[code]) for code in missing)}
            )
        return " ".join(sentences) or gettext("All languages follow the German text.")


def _same_lines(text) -> str:
    return "\n".join(str(text or "").splitlines()).strip()
