"""Pictures of the office in the admin: uploaded once, encoded anew, used in news and press."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kme_portal.base.translated_admin import TranslatedTextsAdmin
from kme_portal.base.uploads import PictureField, store
from kme_portal.pages.models import Picture


class PictureForm(forms.ModelForm):
    upload = PictureField(label=_("Picture"), longest=1600, required=False)

    def clean(self):
        data = super().clean()
        if not self.instance.stored_id and not data.get("upload") and "upload" not in self.errors:
            self.add_error("upload", _("Please choose a picture."))
        return data


@admin.register(Picture)
class PictureAdmin(TranslatedTextsAdmin):
    form = PictureForm
    list_display = ["title", "shown", "credit", "licence", "for_press"]
    list_filter = ["for_press"]
    list_select_related = ["stored"]
    search_fields = ["title_de", "alt_de", "credit"]
    readonly_fields = ["shown", "translation_state"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "shown",
                    "upload",
                    "credit",
                    "licence",
                    "licence_url",
                    "for_press",
                    "translation_state",
                ]
            },
        ),
        *[
            (name, {"fields": [f"title_{code}", f"alt_{code}"]})
            for code, name in settings.LANGUAGES
        ],
    ]

    @admin.display(description=_("picture"))
    def shown(self, picture):
        if picture is None or not picture.stored_id:
            return "–"
        return format_html(
            '<img class="picture-shown" src="{}" alt="{}" width="160">', picture.url, picture.alt
        )

    def save_model(self, request, obj, form, change):
        if checked := form.cleaned_data.get("upload"):
            obj.stored = store(checked, alt=obj.alt_de or "")
        super().save_model(request, obj, form, change)
