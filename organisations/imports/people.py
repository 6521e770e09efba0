"""The people and mailboxes a row names, and which of them are known."""

from collections.abc import Iterable
from dataclasses import dataclass

from kme_portal.base.searching import fold
from organisations.imports import wording
from organisations.imports.records import Record
from organisations.models import OrganisationKind, Representative


@dataclass(frozen=True)
class Person:
    """One person or mailbox a row names."""

    name: str
    function: str
    function_note: str
    email: str
    phone: str


def people_of(record: Record) -> list[Person]:
    """The contact with the mailbox that fits best; every further mailbox without a name."""
    emails = list(record.emails)
    personal = [one for one in emails if not wording.is_club_mailbox(one)]
    own = (personal or emails or [""])[0] if record.person else (emails or [""])[0]
    people = []
    if record.person or own:
        people.append(
            Person(record.person, record.function, record.function_note, own, record.mobile)
        )
    people += [Person("", "", "", one, "") for one in emails if one != own]
    return people


def needs_notice(record: Record, name: str) -> bool:
    """Mailboxes of authorities and newsrooms are nobody's personal data."""
    return record.kind == OrganisationKind.ASSOCIATION or bool(name)


def existing_person(known: Iterable[Representative], person: Person) -> Representative | None:
    """Who of these it is: by mailbox, or by name where one of both has no mailbox."""
    for row in known:
        if row.to_on is not None:
            continue
        if person.email and row.email.lower() == person.email:
            return row
        if person.name and fold(row.name) == fold(person.name) and not (row.email and person.email):
            return row
    return None
