"""What the places engine offers to those below: keeping times and personal data."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Needs, Party, PartyStatus
from events.services.places import cancel_party, erasing
from events.services.places.entries import email_key
from kme_portal.accounts.models import Consent
from kme_portal.accounts.registries import withdrawal_effects
from kme_portal.base.registries import PersonalData, Retention, personal_data, retentions


def _of_parties(name: str, title, period, due: Callable[[datetime], QuerySet[Party]]) -> None:
    retentions.register(
        name,
        Retention(
            title=title,
            period=period,
            due=due,
            erase=lambda now: erasing.erase_parties(due(now)),
        ),
    )


_of_parties(
    "events.unconfirmed",
    _("Registrations that nobody confirmed"),
    _("48 hours"),
    erasing.unconfirmed_past_keeping,
)
_of_parties(
    "events.waiting",
    _("Registrations that got no seat"),
    _("7 days after the event"),
    erasing.waiting_past_keeping,
)
_of_parties(
    "events.cancelled",
    _("Cancelled registrations"),
    _("7 days after they were cancelled"),
    erasing.cancelled_past_keeping,
)
_of_parties(
    "events.registrations",
    _("Registrations"),
    _("30 days after the event"),
    erasing.registrations_past_keeping,
)
retentions.register(
    "events.needs",
    Retention(
        title=_("Needs for access, interpretation and food"),
        period=_("the day after the event"),
        due=erasing.needs_past_keeping,
        erase=erasing.erase_needs,
    ),
)

CHANGEABLE = (PartyStatus.UNCONFIRMED, PartyStatus.CONFIRMED)
COMING = (
    _("Give seats and tell guests what they need to know"),
    _("Article 6(1)(a) and Article 9(2)(a) GDPR"),
    _("30 days after the event"),
)
NEEDS = (
    _("Prepare access, interpretation and food"),
    _("Article 9(2)(a) GDPR"),
    _("the day after the event"),
)


def my_registrations(email: str) -> Iterator[tuple[str, str]]:
    """Pages where this person changes or cancels alone; others' answers are not among them."""
    for party in erasing.of_person(email).select_related("event"):
        if party.email_key == email_key(email) and party.status in CHANGEABLE:
            label = _("Change or cancel: %(event)s") % {"event": party.event.title}
            yield label, reverse("events:registration", args=[party.token()])


def end_participation(consent: Consent, now: datetime) -> None:
    """Who takes the consent back does not come; the seat goes to the next."""
    for party in _party_of(consent):
        cancel_party(party_id=party.pk, now=now)


def end_needs(consent: Consent, now: datetime) -> None:
    Needs.objects.filter(party__in=_party_of(consent)).delete()


def _party_of(consent: Consent) -> QuerySet[Party]:
    model, _colon, pk = consent.reference.partition(":")
    if model != "events.Party" or not pk.isdecimal():
        return Party.objects.none()
    return Party.objects.filter(pk=int(pk))


withdrawal_effects.register("participation", end_participation)
withdrawal_effects.register("needs", end_needs)

personal_data.register(
    "events.registrations",
    PersonalData(
        title=_("Registrations for events"),
        export=erasing.export_person,
        erase=erasing.erase_person,
        correct=my_registrations,
        goes=_("Your registrations. Seats that become free go to those who wait."),
        stays=_(
            "What an association answered for others too; your name and address go there as well."
        ),
        labels={
            "registered_at": _("Registered"),
            "confirmed_at": _("Confirmed"),
            "places": _("Place"),
            "sessions": _("Parallel sessions"),
            "guests": _("Who comes"),
            "access": _("Access needs"),
            "interpretation": _("Interpretation"),
            "food": _("Food"),
        },
        fields={
            "events.Party.email": COMING,
            "events.Party.email_key": COMING,
            "events.Party.language": COMING,
            "events.Party.public_id": COMING,
            "events.Guest.name": COMING,
            "events.Guest.email": COMING,
            "events.Needs.access": NEEDS,
            "events.Needs.food": NEEDS,
        },
    ),
)
