"""What apps above show in the account of whoever is signed in."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from kme_portal.base.registries import Registry


class AccountLink(NamedTuple):
    """A way on from the account's page, such as to one's association."""

    title: str
    text: str
    url: str


account_links: Registry[Callable[[object], Iterable[AccountLink]]] = Registry()
