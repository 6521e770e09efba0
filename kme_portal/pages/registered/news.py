"""Where news shows itself: in the footer, the sitemap and the search; who may see pictures."""

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kme_portal.base import navigation
from kme_portal.base.files import FileUse, file_uses
from kme_portal.base.markup import to_text
from kme_portal.base.navigation import Entry
from kme_portal.base.registries import SearchSource, search_sources, sitemaps
from kme_portal.base.sitemaps import pages_of
from kme_portal.pages.models import NewsItem, Picture
from kme_portal.pages.models.news import SEARCHED


def open_pictures(user):
    """Those offered to the press and those of public news; the office sees all of its own."""
    if user.has_perm("pages.view_picture"):
        return Picture.objects.values("stored")
    public = NewsItem.objects.public(timezone.now())
    return Picture.objects.filter(Q(for_press=True) | Q(news__in=public)).values("stored")


file_uses.register(
    "pages.pictures",
    FileUse(used=lambda: Picture.objects.values("stored"), open_to=open_pictures),
)
sitemaps.register("news", pages_of(lambda: NewsItem.objects.public(timezone.now()).latest_first()))
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
