"""What stands in the header and the footer: filled by `pages`, which looks at all."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from kme_portal.base.registries import Registry


@dataclass(frozen=True)
class Entry:
    """A link by URL name; left out while there is no such page."""

    label: str | Promise
    url_name: str
    kwargs: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str | None:
        try:
            return reverse(self.url_name, kwargs=dict(self.kwargs))
        except NoReverseMatch:
            return None


header: Registry[Entry] = Registry()
footer: Registry[Entry] = Registry()
