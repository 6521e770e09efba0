from django.contrib.auth.decorators import login_not_required
from django.urls import path

from kme_portal.pages.models import CaseKind, PageSlug
from kme_portal.pages.models.texts import address_of
from kme_portal.pages.views import home, news, searching, social, texts, writing

app_name = "pages"

# What shows more than its text; the rest are texts alone.
VIEWS = {
    PageSlug.ABOUT: texts.about,
    PageSlug.PRESS: texts.press,
    PageSlug.CONTACT: writing.ContactView.as_view(),
    PageSlug.SOCIAL: social.social_media,
}
KNOW_THEIR_SLUG = {PageSlug.CONTACT, PageSlug.SOCIAL}


def page_of(slug):
    view = VIEWS.get(slug, texts.page)
    given = {} if slug in KNOW_THEIR_SLUG else {"slug": slug}
    return path(address_of(slug), view, given, name=slug)


urlpatterns = [
    path("", home.home, name="home"),
    path("aktuelles/", news.NewsListView.as_view(), name="news_list"),
    path("aktuelles/feed/", login_not_required(news.NewsFeed()), name="news_feed"),
    path("aktuelles/<slug:slug>/", news.news_page, name="news"),
    path("suche/", searching.search, name="search"),
    *[page_of(slug) for slug in PageSlug.values],
    path("kontakt/danke/", writing.sent, {"kind": CaseKind.CONTACT}, name="contact_sent"),
    path("barriere-melden/", writing.BarrierView.as_view(), name="barrier"),
    path("barriere-melden/danke/", writing.sent, {"kind": CaseKind.BARRIER}, name="barrier_sent"),
]
