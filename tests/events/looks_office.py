"""Pages of the office about events, in the states in which it works on them."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from events.models import CampaignStatus, EventStatus
from events.services.places import NeedsEntry
from tests.browser import Look
from tests.events.looks_inviting import recipient
from tests.factories import make_agenda_item, make_campaign, make_event, make_representative
from tests.factories.accounts import make_staff
from tests.factories.events import make_venue
from tests.factories.my_association import make_editor
from tests.factories.places import make_party, make_pool


def coordinator():
    return make_staff("Koordination")


def look(name: str, page: str, make=None) -> Look:
    """A page of the admin, about the row that `make` gives."""

    def url() -> str:
        return reverse(f"admin:events_{page}", args=[make().pk] if make else None)

    return Look(f"office-{name}", url, user=coordinator)


def event_with_guests():
    pool = make_pool(event=make_event(starts_at=timezone.now() + timedelta(days=9)), seats=2)
    make_agenda_item(event=pool.event, room="Saal 1")
    make_party(
        pool=pool,
        guests=["Ayşe Beispiel", "Berta Muster"],
        needs=NeedsEntry(access="Platz für einen Rollstuhl"),
    )
    make_party(pool=pool)
    return pool.event


def campaign():
    make_representative(email="vorstand@verein.example")
    return make_campaign(event=make_event(answer_by=timezone.localdate() + timedelta(days=9)))


def campaign_under_way():
    to = recipient()
    made = make_campaign(event=to.invitation.event, status=CampaignStatus.SENT)
    type(to.invitation).objects.update(campaign=made)
    return made


def event_with_sessions():
    event = event_with_guests()
    for number in (1, 2):
        starts_at = event.starts_at + timedelta(hours=1)
        item = make_agenda_item(
            event=event,
            title=f"Forum {number}",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )
        make_pool(event=event, session=item, seats=5)
    return event


def draft():
    return make_event(status=EventStatus.DRAFT, access_phone="")


def listed(model: str):
    def url() -> str:
        event_with_guests()
        campaign()
        return reverse(f"admin:events_{model}_changelist")

    return url


def attendees(name: str = "attendees"):
    """The list as a co-organising association sees it; signed in is whom the address needs."""
    made = {}

    def url() -> str:
        event = event_with_sessions()
        event.co_organisers.add(made["role"].organisation)
        return reverse(f"events:{name}", args=[made["role"].organisation_id, event.slug])

    def user():
        return made["role"].user

    def first() -> str:
        made["role"] = make_editor()
        return url()

    return {"url": first, "user": user}


LOOKS = [
    Look("attendees", **attendees()),
    Look("attendees-export", **attendees("attendees_export")),
    look("event-add", "event_add"),
    look("event-with-sessions", "event_change", event_with_sessions),
    Look("office-events", listed("event"), user=coordinator),
    Look("office-venues", listed("venue"), user=coordinator),
    Look("office-campaigns", listed("campaign"), user=coordinator),
    Look("office-participants-of", listed("party"), user=coordinator),
    look("event-export", "event_export"),
    look("event-publish", "event_publish", draft),
    look("event-cancel", "event_cancel", make_event),
    look("event-copy", "event_copy", make_event),
    look("venue", "venue_change", make_venue),
    look("campaign-add", "campaign_add"),
    look("campaign", "campaign_change", campaign),
    look("campaign-recipients", "campaign_recipients", campaign),
    look("campaign-preview", "campaign_preview", campaign),
    look("campaign-send", "campaign_send", campaign),
    look("campaign-follow", "campaign_follow", campaign_under_way),
    look("participants", "party_event", event_with_guests),
    look("needs", "party_needs", event_with_guests),
    look("moves", "party_moves", event_with_guests),
    look("print", "party_print", event_with_guests),
    look("export", "party_export", event_with_guests),
    look("register", "party_register", event_with_guests),
    look("invitation-search", "invitation_search"),
    look("invitation-answer", "invitation_answer", lambda: recipient().invitation),
]
