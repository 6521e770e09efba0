"""Base of the sitemaps that apps register in `registries.sitemaps`."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet


class PortalSitemap(Sitemap):
    """Addresses under PORTAL_URL, each with its languages."""

    i18n = True
    alternates = True
    x_default = True

    def get_domain(self, site=None):
        return settings.PORTAL_URL.partition("://")[2]

    def get_protocol(self, protocol=None):
        return settings.PORTAL_URL.partition("://")[0]


class RowSitemap(PortalSitemap):
    """The pages of rows that know their own address and when they last changed."""

    def __init__(self, rows: Callable[[], QuerySet]) -> None:
        self.rows = rows

    def items(self):
        return self.rows()

    def lastmod(self, item):
        return item.updated_at


def pages_of(rows: Callable[[], QuerySet]) -> Callable[[], RowSitemap]:
    """An entry for `registries.sitemaps`; `rows` are asked anew each time."""
    return partial(RowSitemap, rows)
