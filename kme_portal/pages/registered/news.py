"""Where news shows itself: in the footer, the sitemap and the search."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kme_portal.base import navigation
from kme_portal.base.markup import to_text
from kme_portal.base.navigation import Entry
from kme_portal.base.registries import SearchSource, search_sources, sitemaps
from kme_portal.base.sitemaps import PortalSitemap
from kme_portal.pages.models import NewsItem
from kme_portal.pages.models.news import SEARCHED


class NewsSitemap(PortalSitemap):
    def items(self):
        return NewsItem.objects.public(timezone.now()).latest_first()

    def lastmod(self, item):
        return item.updated_at


sitemaps.register("news", NewsSitemap)
navigation.footer.register("news", Entry(_("News"), "pages:news_list"))
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
