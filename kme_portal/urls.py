"""Addresses: German path segments in every language, German without prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from kme_portal.pages import machines

urlpatterns = [
    path("", include("kme_portal.base.urls")),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path(".well-known/security.txt", machines.security, name="security"),
    *i18n_patterns(
        path("", include("kme_portal.pages.urls")),
        path("verwaltung/", admin.site.urls),
        path("konto/", include("kme_portal.accounts.urls")),
        path("meine-daten/", include("kme_portal.accounts.mydata.urls")),
        path("abbestellen/", include("kme_portal.mailings.urls")),
        path("vereine/", include("organisations.urls")),
        path("mein-verein/", include("organisations.my_association_urls")),
        path("", include("events.urls")),
        path("dialoge/", include("dialogues.urls")),
        path("foerderung/", include("funding.urls")),
        prefix_default_language=False,
    ),
]

handler500 = "kme_portal.base.outage.server_error"
# Allauth's name for it; Django has none.
handler429 = "kme_portal.base.limits.too_many"
