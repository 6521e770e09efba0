"""The office's pages of text: one fieldset per language, gaps on top, a preview before saving."""

from django.conf import settings
from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.base.translated_admin import TranslatedTextsAdmin
from kme_portal.pages.admin.office import PreviewMixin
from kme_portal.pages.models import Page


@admin.register(Page)
class PageAdmin(PreviewMixin, TranslatedTextsAdmin):
    list_display = ["title", "slug", "open_gaps", "translation_state", "reviewed_on", "updated_at"]
    readonly_fields = ["to_complete", "translation_state", "slug"]
    preview_template = "pages/page.html"
    fieldsets = [
        (None, {"fields": ["slug", "to_complete", "translation_state", "title_de", "body_de"]}),
        *[
            (name, {"fields": [f"title_{code}", f"body_{code}"], "classes": ["collapse"]})
            for code, name in settings.LANGUAGES
            if code != "de"
        ],
        (_("Review"), {"fields": ["reviewed_on"]}),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name.startswith("body_"):
            field.widget.attrs |= {"rows": 24, "dir": "auto"}
        return field

    def has_add_permission(self, request):
        """The list of pages is fixed: each has an address in the portal."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("To be completed"))
    def open_gaps(self, obj):
        return len(obj.gaps()) or "–"

    @admin.display(description=_("To be completed by the office"))
    def to_complete(self, obj):
        gaps = obj.gaps()
        if not gaps:
            return gettext("Nothing: the text is complete.")
        return format_html_join("", "<p>{}</p>", ((gap,) for gap in gaps))

    def preview_context(self, page):
        return {"page": page, "text": page.text()}
