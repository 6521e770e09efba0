from django.contrib.auth.decorators import login_not_required
from django.urls import path

from kme_portal.pages.models import PageSlug
from kme_portal.pages.views import home, news, searching, texts

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("aktuelles/", news.NewsListView.as_view(), name="news_list"),
    path("aktuelles/feed/", login_not_required(news.NewsFeed()), name="news_feed"),
    path("aktuelles/<slug:slug>/", news.news_page, name="news"),
    path("suche/", searching.search, name="search"),
    *[path(f"{slug}/", texts.page, {"slug": slug}, name=slug) for slug in PageSlug.values],
]
