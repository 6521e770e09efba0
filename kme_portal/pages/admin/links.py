"""Links to other services, entered in the form of what they belong to."""

from modeltranslation.admin import TranslationStackedInline

from events.models import Event
from funding.models import Project
from kme_portal.accounts.registries import RowsBeside, rows_beside
from kme_portal.pages.models import NewsItem, SocialLink


class SocialLinkInline(TranslationStackedInline):
    model = SocialLink
    extra = 0
    # Of the three relations the form of each subject fills in its own.
    fields = ["url", "title", "order"]


for model in (NewsItem, Event, Project):
    rows_beside.register(f"links of {model._meta.label}", RowsBeside(model, SocialLinkInline))
