"""What the places engine offers to those below: keeping times and personal data."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events.models import Party
from events.services.places import erasing
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
personal_data.register(
    "events.registrations",
    PersonalData(
        title=_("Registrations for events"),
        export=erasing.export_person,
        erase=erasing.erase_person,
        fields={
            "events.Party.email": COMING,
            "events.Party.email_key": COMING,
            "events.Guest.name": COMING,
            "events.Guest.email": COMING,
            "events.Needs.access": NEEDS,
            "events.Needs.food": NEEDS,
        },
    ),
)
