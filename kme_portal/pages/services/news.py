"""What the office does with a piece of news."""

from datetime import datetime

from django.db import transaction

from kme_portal.base.slugs import make_slug
from kme_portal.pages.models import NewsItem, NewsStatus


class NewsIncomplete(Exception):
    """A piece of news was to be published before it said enough; `missing` names what."""

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing
        super().__init__("incomplete")


@transaction.atomic
def publish_news(*, news_id: int, now: datetime) -> NewsItem:
    """Show a piece of news to everyone, at once or from the moment that was set.

    The first time makes its address, which then stays. Raises NewsIncomplete and
    IllegalTransition.
    """
    news = NewsItem.objects.select_for_update().get(pk=news_id)
    if news.can_move_to(NewsStatus.PUBLISHED) and (missing := news.missing_for_publication()):
        raise NewsIncomplete(missing)
    news.move_to(NewsStatus.PUBLISHED)
    if not news.slug:
        taken = NewsItem.objects.exclude(pk=news.pk)
        news.slug = make_slug(news.title_de, taken=taken, fallback="meldung")
    if news.shown_from is None:
        news.shown_from = now
    news.save()
    return news


@transaction.atomic
def withdraw_news(*, news_id: int) -> NewsItem:
    """Take a piece of news from the public; the office keeps it, and may publish it again."""
    news = NewsItem.objects.select_for_update().get(pk=news_id)
    news.move_to(NewsStatus.WITHDRAWN)
    news.save(update_fields=["status", "updated_at"])
    return news
