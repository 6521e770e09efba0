"""News in the admin: written in each language, published and withdrawn by a step."""

from django.conf import settings
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding.models import Project
from kme_portal.base.translated_admin import TranslatedTextsAdmin
from kme_portal.pages.admin.office import PreviewMixin, StepsMixin
from kme_portal.pages.models import NewsItem, NewsStatus
from kme_portal.pages.services.news import publish_news, withdraw_news


def _texts(language: str) -> list[str]:
    return [f"{name}_{language}" for name in ("title", "teaser", "body")]


@admin.register(NewsItem)
class NewsItemAdmin(StepsMixin, PreviewMixin, TranslatedTextsAdmin):
    list_display = ["title", "kind", "status", "shown_from", "shown_until", "is_pinned"]
    list_filter = ["status", "kind", "is_pinned"]
    search_fields = ["title_de", "teaser_de", "title_en"]
    date_hierarchy = "shown_from"
    readonly_fields = ["status", "slug", "translation_state"]
    autocomplete_fields = ["events", "topics", "picture"]
    preview_template = "pages/news_page.html"
    steps = {"publish": "publish_view", "withdraw": "withdraw_view"}
    fieldsets = [
        (None, {"fields": [("status", "kind"), *_texts("de"), "picture"]}),
        *[
            (name, {"fields": _texts(code), "classes": ["collapse"]})
            for code, name in settings.LANGUAGES
            if code != "de"
        ],
        (
            gettext_lazy("When and where it is shown"),
            {
                "fields": [
                    ("shown_from", "shown_until"),
                    "is_pinned",
                    "slug",
                    "translation_state",
                ]
            },
        ),
        (
            gettext_lazy("What it belongs to"),
            {"fields": ["events", "topics", "projects", "source"]},
        ),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name.startswith(("title_", "teaser_", "body_")):
            field.widget.attrs["dir"] = "auto"
        if field and db_field.name.startswith("body_"):
            field.widget.attrs["rows"] = 16
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "projects":
            # What was not granted is nobody's business, and no news.
            kwargs["queryset"] = Project.objects.public()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_delete_permission(self, request, obj=None):
        """Only drafts go; what was public is withdrawn and stays."""
        if obj is not None and obj.status != NewsStatus.DRAFT:
            return False
        return super().has_delete_permission(request, obj)

    def preview_context(self, item):
        return {"item": item}

    def steps_of(self, item):
        steps = []
        if item.can_move_to(NewsStatus.PUBLISHED):
            steps.append(("publish", _("Publish"), True))
        if item.can_move_to(NewsStatus.WITHDRAWN):
            steps.append(("withdraw", _("Withdraw"), False))
        return steps

    def view_on_site(self, item):
        public = NewsItem.objects.public(timezone.now())
        return item.get_absolute_url() if public.filter(pk=item.pk).exists() else None

    def publish_view(self, request, item):
        if request.method == "POST" and not item.missing_for_publication():
            return self.do(
                request,
                item,
                lambda: publish_news(news_id=item.pk, now=timezone.now()),
                done=_("The news is published."),
            )
        return self.ask(
            request,
            item,
            title=_("Publish this news?"),
            text=_(
                "Everyone can read it then, from the moment you have set, or at once. Its "
                "address stays as it is from now on."
            ),
            submit=_("Publish"),
            problems=item.missing_for_publication(),
        )

    def withdraw_view(self, request, item):
        if request.method == "POST":
            return self.do(
                request,
                item,
                lambda: withdraw_news(news_id=item.pk),
                done=_("The news is withdrawn."),
            )
        return self.ask(
            request,
            item,
            title=_("Withdraw this news?"),
            text=_("Its page is gone for readers then. You can publish it again later."),
            submit=_("Withdraw"),
        )
