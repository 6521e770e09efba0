from django.urls import path

from kme_portal.pages import home, views
from kme_portal.pages.models import PageSlug

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    *[path(f"{slug}/", views.page, {"slug": slug}, name=slug) for slug in PageSlug.values],
]
