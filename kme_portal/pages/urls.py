from django.urls import path

from kme_portal.pages import views
from kme_portal.pages.models import PageSlug

app_name = "pages"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    *[path(f"{slug}/", views.page, {"slug": slug}, name=slug) for slug in PageSlug.values],
]
