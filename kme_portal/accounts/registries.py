"""What apps above show in the account of whoever is signed in, and in forms of apps below."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model

from kme_portal.accounts.models import Consent
from kme_portal.base.registries import Registry


class AccountLink(NamedTuple):
    """A way on from the account's page, such as to one's association."""

    title: str
    text: str
    url: str


account_links: Registry[Callable[[object], Iterable[AccountLink]]] = Registry()

# By purpose of the consent: what must stop or go when it is withdrawn.
withdrawal_effects: Registry[Callable[[Consent, datetime], None]] = Registry()
# What comes back when somebody takes a withdrawal back.
renewal_effects: Registry[Callable[[Consent, datetime], None]] = Registry()


class RowsBeside(NamedTuple):
    """Rows that an app above edits in the admin form of a model below it."""

    model: type[Model]
    inline: type[InlineModelAdmin]


rows_beside: Registry[RowsBeside] = Registry()
