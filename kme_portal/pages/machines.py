"""What machines ask for: robots.txt, sitemap.xml and security.txt."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from kme_portal.base import navigation
from kme_portal.base.registries import sitemaps
from kme_portal.base.sitemaps import PortalSitemap
from kme_portal.pages.models import Page

# Nothing secret is listed here: these addresses ask for a sign-in or a signed link anyway.
CLOSED = ["/konto/", "/mein-verein/", "/einladung/", "/anmeldung/", "/abbestellen/"]


@login_not_required
def robots(request):
    """A demonstration is closed to search engines as a whole."""
    if settings.DEMO:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        languages = [""] + [f"/{code}" for code, _name in settings.LANGUAGES if code != "de"]
        closed = [f"Disallow: {language}{path}" for language in languages for path in CLOSED]
        lines = ["User-agent: *", *closed, f"Sitemap: {settings.PORTAL_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
def security(request):
    """Where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0)
    lines = [
        f"Contact: mailto:{Page.values()['mailbox']}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.PORTAL_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
def sitemap(request):
    """Every public page in four languages, from what each app registered."""
    return sitemap_view(request, sitemaps=dict(sitemaps.items()))


class PageSitemap(PortalSitemap):
    def items(self):
        return ["home", *Page.objects.values_list("slug", flat=True)]

    def location(self, item):
        return reverse(f"pages:{item}")


class ListSitemap(PortalSitemap):
    """The lists, as far as they exist."""

    def items(self):
        known = {entry.url: entry for entry in (*navigation.header, *navigation.newcomers)}
        return [entry for url, entry in known.items() if url]

    def location(self, item):
        return item.url
