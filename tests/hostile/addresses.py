"""Every address of the portal with somebody who may open it: what the sweeps go over.

From the table of roles and from the pages that are looked at in a browser, whose tokens are real.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.access import OFFICE, Row
from tests.doors import sign_in
from tests.factories import make_staff, make_user
from tests.pages.test_look import LOOKS
from tests.test_access import ROWS

WHO = ("anonymous", "member", *OFFICE)


@dataclass(frozen=True)
class Address:
    """`open(client)` signs in who is needed and returns where to go."""

    name: str
    open: Callable[[Client], str]

    def __str__(self) -> str:
        return self.name


def _by_role(row: Row) -> Address | None:
    role = next((role for role in WHO if row.statuses[role] == 200), None)
    if role is None:
        return None

    def open_row(client: Client) -> str:
        user: Any = make_user(email="member@test.example")
        needs_member = "member" in getattr(row.kwargs, "__code__", _none.__code__).co_varnames
        kwargs = row.kwargs(member=user) if needs_member else row.kwargs()
        if role in OFFICE:
            user = make_staff(role, email="office@test.example")
        if role != "anonymous":
            sign_in(client, user)
        return reverse(row.name, kwargs=kwargs)

    return Address(row.name, open_row)


def _none() -> None: ...


def _by_look(look) -> Address:
    def open_look(client: Client) -> str:
        address = look.url()
        if look.user:
            sign_in(client, look.user())
        return address

    return Address(f"look:{look.name}", open_look)


ADDRESSES = [address for row in ROWS if (address := _by_role(row))] + [
    _by_look(look) for look in LOOKS if look.status == 200
]
