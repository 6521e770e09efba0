"""Who of an audience a letter would reach, and who not and why: for the office's eyes."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.services import suppressed_among
from organisations.audiences import Resolved
from organisations.models import Organisation, Representative


@dataclass(frozen=True)
class Reach:
    """One organisation, or a person outside, with those who get a letter and those who do not."""

    organisation: Organisation | None
    reached: list[Representative]
    unreached: list[tuple[Representative, str]]

    @property
    def why_nobody(self) -> str:
        """Why nobody of it gets a letter; "" when somebody does."""
        if self.reached:
            return ""
        if not self.unreached:
            return _("No person and no mailbox is entered.")
        return self.unreached[0][1]


def reach_of(resolved: Resolved, *, today: date) -> list[Reach]:
    """Organisations in German order, then the people outside."""
    organisations = list(
        resolved.organisations.select_related("district").prefetch_related("representatives")
    )
    outside = list(resolved.people)
    people = [p for row in organisations for p in row.representatives.all()] + outside
    suppressed = suppressed_among(p.email for p in people if p.email)
    found = [
        split(row, list(row.representatives.all()), suppressed, today) for row in organisations
    ]
    found += [split(None, [person], suppressed, today) for person in outside]
    return found


def split(organisation, people, suppressed: set[str], today: date) -> Reach:
    reached, unreached = [], []
    for person in people:
        why_not = person.why_not_invited(today)
        if not why_not and normalised(person.email) in suppressed:
            why_not = _("This address wants no letters or could not be reached.")
        if why_not:
            unreached.append((person, why_not))
        else:
            reached.append(person)
    return Reach(organisation, reached, unreached)
