"""What is typed about a party, and what the places engine refuses."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@dataclass(frozen=True)
class GuestEntry:
    name: str
    email: str = ""


@dataclass(frozen=True)
class NeedsEntry:
    access: str = ""
    interpretation_id: int | None = None
    food: str = ""

    def __bool__(self) -> bool:
        return bool(self.access or self.interpretation_id or self.food)


class PlacesRefused(Exception):
    """What a guest or the office asked for cannot be had; `message` says what to do instead."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


class RegistrationClosed(PlacesRefused):
    """Nobody can register any more, or not yet."""


class NoRoom(PlacesRefused):
    """There are not enough free seats for what is asked in addition."""


class OfferEnded(PlacesRefused):
    """An offered seat was not taken in time and has gone on to the next."""


class AlreadyRegistered(PlacesRefused):
    """This address or invitation has a living registration: `party`."""

    def __init__(self, party) -> None:
        self.party = party
        super().__init__(_("There is a registration with this e-mail address already."))


def tidy_email(typed: str) -> str:
    """The address without invisible signs, full-width letters and blanks around."""
    return unicodedata.normalize("NFKC", typed).translate(INVISIBLE).strip()


def email_key(typed: str) -> str:
    """One spelling per mailbox: case, compatible letters and the two forms of a domain.

    What follows a plus sign stays: whether it is the same mailbox only its provider knows.
    """
    local, at, domain = tidy_email(typed).casefold().rpartition("@")
    try:
        domain = domain.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError:
        domain = domain.rstrip(".")
    return unicodedata.normalize("NFKC", f"{local}{at}{domain}")
