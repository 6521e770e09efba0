"""Send-outs in the office's admin: write, see who gets it, preview, send, follow."""

from django.contrib import admin
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from events.admin.campaign_pages import CampaignPages
from events.campaign_texts import placeholders
from events.forms.campaigns import CampaignForm
from events.models import Campaign, CampaignStatus
from kme_portal.base.translated_admin import TranslatedTextsAdmin


def _texts(language: str) -> list[str]:
    return [f"subject_{language}", f"text_{language}"]


def _placeholder_help() -> str:
    named = [f"{{{name}}} – {meaning}" for name, meaning in placeholders(circular=False).items()]
    return "; ".join(named)


@admin.register(Campaign)
class CampaignAdmin(CampaignPages, TranslatedTextsAdmin):
    form = CampaignForm
    change_form_template = "events/admin/campaign_change.html"
    list_display = ["__str__", "audience", "status", "send_at"]
    list_filter = ["status", ("event", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["event", "audience"]
    search_fields = ["subject_de", "event__title_de"]
    autocomplete_fields = []
    readonly_fields = ["translation_state"]

    def get_fieldsets(self, request, obj=None):
        help_text = _(
            "In the text you can use these names; they are filled in for each reader: %(names)s. "
            "Greeting, date, place and the button to answer are added by the letter itself."
        ) % {"names": _placeholder_help()}
        return [
            (None, {"fields": ["event", "audience", "reminder_days"]}),
            (_("German"), {"fields": _texts("de"), "description": help_text}),
            (_("English"), {"fields": _texts("en"), "classes": ["collapse"]}),
            (_("Turkish"), {"fields": _texts("tr"), "classes": ["collapse"]}),
            (_("Arabic"), {"fields": _texts("ar"), "classes": ["collapse"]}),
            (_("Translations"), {"fields": ["translation_state"]}),
        ]

    def get_changeform_initial_data(self, request):
        return {"event": request.GET.get("event"), "audience": request.GET.get("audience")}

    def has_change_permission(self, request, obj=None):
        """Only a draft is typed in; what was planned has been looked at and stays."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_be_changed())

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.status == CampaignStatus.DRAFT)

    def may_send(self, request) -> bool:
        return super().has_change_permission(request)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def response_post_save_add(self, request, obj):
        return self.go_to(obj, "recipients")

    def response_post_save_change(self, request, obj):
        return self.go_to(obj, "recipients")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        extra = dict(extra_context or {})
        campaign = self.get_object(request, object_id) if object_id else None
        if campaign:
            extra["steps"] = self.steps(campaign, "text")
        return super().changeform_view(request, object_id, form_url, extra)

    def get_urls(self):
        def page(route, view, name):
            return path(
                f"<int:pk>/{route}/",
                self.admin_site.admin_view(view),
                name=f"events_campaign_{name}",
            )

        return [
            page("empfaenger", self.recipients_page, "recipients"),
            page("vorschau", self.preview_page, "preview"),
            page("vorschau/<slug:language>", self.letter_page, "letter"),
            page("test", self.test_view, "test"),
            page("versand", self.send_page, "send"),
            page("verlauf", self.follow_page, "follow"),
            page("schritt/<slug:step>", self.step_view, "step"),
            *super().get_urls(),
        ]

    @staticmethod
    def page_url(campaign: Campaign, name: str, *args) -> str:
        return reverse(f"admin:events_campaign_{name}", args=[campaign.pk, *args])
