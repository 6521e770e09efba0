"""The office's timeline and figures."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from kme_portal.base.translated_admin import TranslatedTextsAdmin
from kme_portal.pages.models import Figure, Milestone


class FactAdmin(TranslatedTextsAdmin):
    list_filter = ["is_published"]
    readonly_fields = ["translation_state"]
    about: list[str] = []
    texts: list[str] = []

    def get_fieldsets(self, request, obj=None):
        shared = [
            *self.about,
            ("valid_on", "precision"),
            "source_name",
            "source_url",
            "is_published",
            "translation_state",
        ]
        return [
            (None, {"fields": shared}),
            *[
                (name, {"fields": [f"{text}_{code}" for text in self.texts]})
                for code, name in settings.LANGUAGES
            ],
        ]

    def has_delete_permission(self, request, obj=None):
        """What came with the portal would come again: it is hidden instead."""
        if obj is not None and obj.key:
            return False
        return super().has_delete_permission(request, obj)

    @admin.display(description=_("when"), ordering="valid_on")
    def when(self, fact):
        return fact.when


@admin.register(Milestone)
class MilestoneAdmin(FactAdmin):
    list_display = ["title", "when", "source_name", "is_published"]
    search_fields = ["title_de", "text_de"]
    texts = ["title", "text"]


@admin.register(Figure)
class FigureAdmin(FactAdmin):
    list_display = ["number", "what", "subject", "when", "source_name", "is_published"]
    list_display_links = ["number", "what"]
    list_filter = ["subject", "is_published"]
    search_fields = ["number_de", "what_de"]
    about = ["subject"]
    texts = ["number", "what"]
