"""Where news shows itself: in the footer, the sitemap, and on the pages it belongs to."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kme_portal.base import navigation
from kme_portal.base.markup import to_text
from kme_portal.base.navigation import Entry
from kme_portal.base.registries import Panel, SearchSource, panels, search_sources, sitemaps
from kme_portal.base.sitemaps import PortalSitemap
from kme_portal.pages.models import NewsItem
from kme_portal.pages.models.news import SEARCHED

ON_A_PAGE = 3


class NewsSitemap(PortalSitemap):
    def items(self):
        return NewsItem.objects.public(timezone.now()).latest_first()

    def lastmod(self, item):
        return item.updated_at


def news_of_event(event, request):
    """None for most events, and every visitor's page asks: one query on the small table."""
    found = NewsItem.objects.public(timezone.now()).filter(events=event.pk)
    news = list(found.latest_first()[:ON_A_PAGE])
    return {"news": news} if news else None


sitemaps.register("news", NewsSitemap)
navigation.footer.register("news", Entry(_("News"), "pages:news_list"))
panels.register("news of an event", Panel("event.page", "pages/panel_news.html", news_of_event, 40))
search_sources.register(
    "news",
    SearchSource(
        title=_("News"),
        slug="aktuelles",
        rows=lambda user: NewsItem.objects.public(timezone.now()).latest_first(),
        searched=SEARCHED,
        url=NewsItem.get_absolute_url,
        text=lambda item: f"{item.teaser} {to_text(item.body)}",
        about=lambda item: date_format(timezone.localtime(item.shown_from), "DATE_FORMAT"),
        day="shown_from__date",
    ),
)
