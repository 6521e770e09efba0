"""What stands in the header and the footer: filled by `pages`, which looks at all."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

from kme_portal.base.registries import Registry


@dataclass(frozen=True)
class Entry:
    """A link by URL name; left out while there is no such page."""

    label: str | Promise
    url_name: str
    kwargs: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str | None:
        return _address(self.url_name, self.kwargs, get_language(), get_urlconf())


@lru_cache(maxsize=512)
def _address(name, kwargs, language, urlconf) -> str | None:
    """Every page asks for all of them, and they depend on the language alone."""
    try:
        return reverse(name, kwargs=dict(kwargs))
    except NoReverseMatch:
        return None


header: Registry[Entry] = Registry()
footer: Registry[Entry] = Registry()
newcomers: Registry[Entry] = Registry()
"""Beside the sign-in: where somebody begins who has no account yet."""
