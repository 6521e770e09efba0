"""Base of the sitemaps that apps register in `registries.sitemaps`."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap


class PortalSitemap(Sitemap):
    """Addresses under PORTAL_URL, each with its languages."""

    i18n = True
    alternates = True
    x_default = True

    def get_domain(self, site=None):
        return settings.PORTAL_URL.partition("://")[2]

    def get_protocol(self, protocol=None):
        return settings.PORTAL_URL.partition("://")[0]
