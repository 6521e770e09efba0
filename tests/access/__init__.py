"""Who may open which address: one table an app, one row an address.

An app's module holds `ROWS` for its pages and own admin views, and `MODELS` for its records in
the admin. `tests/test_access.py` opens every row in every role; an address or a model in the
admin without a row fails the run.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

OFFICE = ("Koordination", "Redaktion", "Förderung", "Leitung", "Datenschutz")
# "stranger" acts for another association than "member" does.
ROLES = ("anonymous", "stranger", "member", *OFFICE)

Kwargs = Callable[[], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One address by URL name, and the status that each role gets on opening it.

    `kwargs()` makes what the address needs and returns its parts; it may take the user of the
    role "member" by naming a parameter `member`, to make a record that is theirs.
    """

    name: str
    statuses: dict[str, int]
    kwargs: Callable[..., dict[str, Any]] = field(default=dict)

    def __or__(self, others: dict[str, int]) -> "Row":
        """The same row with other statuses for some roles."""
        return Row(self.name, self.statuses | others, self.kwargs)


def everyone(name: str, kwargs: Kwargs = dict, *, status: int = 200) -> Row:
    """The same for all, signed in or not."""
    return Row(name, dict.fromkeys(ROLES, status), kwargs)


def signed_in(name: str, kwargs: Kwargs = dict, *, status: int = 200) -> Row:
    """For whoever has an account; others are sent to sign in."""
    return Row(name, dict.fromkeys(ROLES, status) | {"anonymous": 302}, kwargs)


def only(
    name: str,
    *groups: str,
    kwargs: Callable[..., dict] = dict,
    status: int = 200,
    refused: int = 404,
) -> Row:
    """For these groups or roles; others get `refused`, who is not signed in is sent to do so."""
    statuses = dict.fromkeys(ROLES, refused) | {"anonymous": 302}
    return Row(name, statuses | dict.fromkeys(groups, status), kwargs)


def office(
    name: str,
    *groups: str,
    kwargs: Callable[..., dict] = dict,
    status: int = 200,
    refused: int = 403,
) -> Row:
    """An own view of the admin, for these groups; outside the office one is sent to its door."""
    statuses = dict.fromkeys(OFFICE, refused) | dict.fromkeys(
        ("anonymous", "stranger", "member"), 302
    )
    return Row(name, statuses | dict.fromkeys(groups, status), kwargs)
