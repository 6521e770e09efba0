from django.urls import path

from kme_portal.pages.models import PageSlug
from kme_portal.pages.views import home, texts

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    *[path(f"{slug}/", texts.page, {"slug": slug}, name=slug) for slug in PageSlug.values],
]
