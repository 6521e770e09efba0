"""Who a send-out goes to, and who not and why: one answer for the preview and the sending."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch
from django.utils.translation import gettext as _

from events.deadlines import berlin_day
from events.models import Campaign, Invitation, InvitationRecipient, InvitationStatus
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.services import suppressed_among
from organisations.audiences import resolve
from organisations.models import Organisation, Representative


@dataclass(frozen=True)
class Planned:
    """Somebody of the audience: written to, or why not (a sentence for the office).

    `waits` marks who is written to later by itself, once informed by Article 14.
    """

    organisation: Organisation | None
    person: Representative | None
    why_not: str = ""
    waits: bool = False

    @property
    def goes(self) -> bool:
        return not self.why_not


@dataclass(frozen=True)
class Plan:
    """The whole audience of a send-out at one moment."""

    entries: list[Planned]

    def going(self) -> list[Planned]:
        return [entry for entry in self.entries if entry.goes]

    def not_going(self) -> list[Planned]:
        return [entry for entry in self.entries if not entry.goes]

    def letters(self) -> int:
        return len(self.going())

    def organisations(self) -> int:
        """Associations of which at least one person is written to."""
        return len({e.organisation.pk for e in self.going() if e.organisation})

    def by_language(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for entry in self.going():
            counts[entry.person.language] = counts.get(entry.person.language, 0) + 1
        return counts


def plan(campaign: Campaign, *, now: datetime) -> Plan:
    """Each person of the audience once, in the order of the associations' names."""
    today = berlin_day(now)
    resolved = resolve(campaign.audience, today=today)
    organisations = resolved.organisations.prefetch_related(
        Prefetch("representatives", Representative.objects.order_by("name", "pk"))
    )
    if campaign.is_circular:
        entries = _circular(organisations, resolved.people, today)
    else:
        entries = _invitations(campaign, organisations, resolved.people, today)
    return Plan(_without_unsubscribed(list(entries)))


def _without_unsubscribed(entries: list[Planned]) -> list[Planned]:
    suppressed = suppressed_among(e.person.email for e in entries if e.goes)
    return [
        replace(entry, why_not=_("Wants no letters, or letters to this address came back."))
        if entry.goes and normalised(entry.person.email) in suppressed
        else entry
        for entry in entries
    ]


def _invitations(campaign, organisations, people, today) -> Iterator[Planned]:
    invited = _already_invited(campaign)
    for organisation in organisations:
        reason = invited.get(("organisation", organisation.pk), "")
        if reason:
            yield Planned(organisation, None, reason)
        else:
            yield from _of_organisation(organisation, today)
    for person in people:
        reason = invited.get(("person", person.pk), "")
        yield Planned(None, person, reason) if reason else _planned(None, person, today)


def _circular(organisations, people, today) -> Iterator[Planned]:
    """Who acts for two associations gets one circular, though two invitations."""
    seen: dict[str, str] = {}
    entries = [entry for each in organisations for entry in _of_organisation(each, today)]
    for entry in [*entries, *(_planned(None, person, today) for person in people)]:
        if not entry.goes:
            yield entry
            continue
        key = normalised(entry.person.email)
        if key in seen:
            why_not = _("Gets the letter through %(other)s already.") % {"other": seen[key]}
            entry = replace(entry, why_not=why_not)
        seen.setdefault(key, str(entry.organisation or entry.person))
        yield entry


def _of_organisation(organisation: Organisation, today: date) -> Iterator[Planned]:
    people = organisation.representatives.all()
    if not people:
        yield Planned(organisation, None, _("Nobody is entered who could be written to."))
    for person in people:
        yield _planned(organisation, person, today)


def _planned(organisation: Organisation | None, person: Representative, today: date) -> Planned:
    why_not = person.why_not_invited(today)
    return Planned(organisation, person, why_not, waits=bool(why_not) and waits_for_notice(person))


def waits_for_notice(person: Representative) -> bool:
    """Whether the only thing missing is the notice of Article 14, which is on its way."""
    return bool(
        person.may_be_invited
        and person.email
        and person.needs_notice
        and person.informed_at is None
    )


def _already_invited(campaign: Campaign) -> dict[tuple[str, int], str]:
    """Reasons by organisation or person; who was only noted and never written to may be asked."""
    reasons = {}
    invitations = (
        Invitation.objects.filter(event_id=campaign.event_id)
        .exclude(status=InvitationStatus.WITHDRAWN)
        .annotate(was_written=Exists(InvitationRecipient.objects.filter(invitation=OuterRef("pk"))))
    )
    for invitation in invitations:
        if invitation.is_answered():
            reason = _("Has answered already.")
        elif invitation.was_written:
            reason = _("Is invited to this event already.")
        else:
            continue
        if invitation.organisation_id:
            reasons["organisation", invitation.organisation_id] = reason
        elif invitation.person_id:
            reasons["person", invitation.person_id] = reason
    return reasons
