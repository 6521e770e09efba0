"""People named in the programme: whom guests may ask, who speaks, who planned it."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Event
from kme_portal.base.registries import RECORDED, PersonalData, personal_data

# In place of a name and a number: a published event must say whom to ask.
OFFICE, NO_NUMBER = "KME NRW", "–"


def named_in(email: str) -> QuerySet[Event]:
    return Event.objects.filter(access_email__iexact=email.strip())


def export_contacts(email: str) -> list[dict]:
    return [
        {
            "event": event.title,
            "name": event.access_contact,
            "phone": event.access_phone,
            "email": event.access_email,
        }
        for event in named_in(email)
    ]


def coming_contacts(email: str) -> Iterator[str]:
    for event in named_in(email).upcoming(timezone.now()):
        yield gettext(
            "Guests of “%(event)s” are told to ask you; the office first names somebody else."
        ) % {"event": event.title}


def erase_contacts(email: str, now: datetime) -> int:
    return named_in(email).update(
        access_contact=OFFICE, access_phone=NO_NUMBER, access_email="", updated_at=now
    )


PROGRAMME = (
    _("Announce who speaks and whom guests may ask"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("as long as the event is shown, or until the person objects"),
)
personal_data.register(
    "events.contacts",
    PersonalData(
        title=_("People named in the programme"),
        export=export_contacts,
        erase=erase_contacts,
        hold=coming_contacts,
        goes=_("Your name, number and address as contact of events that are over."),
        fields={
            **{
                f"events.{name}": PROGRAMME
                for name in (
                    "Event.access_contact",
                    "Event.access_phone",
                    "Event.access_email",
                    "AgendaItem.people",
                    "EventDocument.file",
                )
            },
            **{
                f"events.{name}": RECORDED
                for name in (
                    "Event.responsible",
                    "Event.deputy",
                    "Campaign.created_by",
                    "Invitation.recorded_by",
                )
            },
        },
    ),
)
