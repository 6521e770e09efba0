"""Texts of several languages in one admin form: German with the rest, each other one folded."""

from django.conf import settings


def field_name(verbose_name, language: str) -> str:
    """What a text is called in forms and lists: "Title", "Title (Turkish)"."""
    if language == settings.MODELTRANSLATION_DEFAULT_LANGUAGE:
        return str(verbose_name)
    return f"{verbose_name} ({dict(settings.LANGUAGES).get(language, language)})"


def apart(fieldsets) -> list:
    """The same fields, with those of each further language in a folded set of its own.

    Sets that were put in order by hand, and forms with one text only, stay as they are.
    """
    names = [name for _title, given in fieldsets for name in flat(given["fields"])]
    others = {
        code: [name for name in names if name.endswith(f"_{code}")]
        for code, _name in settings.LANGUAGES
        if code != settings.MODELTRANSLATION_DEFAULT_LANGUAGE
    }
    if len(fieldsets) > 1 or any(len(found) < 2 for found in others.values()):
        return list(fieldsets)
    title, given = fieldsets[0]
    foreign = {name for found in others.values() for name in found}
    german = [name for name in given["fields"] if name not in foreign]
    languages = dict(settings.LANGUAGES)
    return [
        (title, {**given, "fields": german}),
        *(
            (languages[code], {"fields": found, "classes": ["collapse"]})
            for code, found in others.items()
        ),
    ]


def flat(fields) -> list[str]:
    """Names of fields, where some may share a line."""
    return [name for one in fields for name in (one if isinstance(one, (list, tuple)) else [one])]


class LanguagesApart:
    """Mixed into the admin, or the stacked rows, of a model with texts in four languages."""

    def get_fieldsets(self, request, obj=None):
        return apart(super().get_fieldsets(request, obj))
