from datetime import timedelta

from django.utils import timezone

from events.models import AgendaItem, Event, EventStatus, Mode, Venue
from kme_portal.accounts.models import User
from kme_portal.base.models import new_public_id
from organisations.models import Term, TermKind


def make_venue(**given) -> Venue:
    usual = {
        "name": "Bürgerhaus",
        "street": "Am Markt 1",
        "postcode": "40210",
        "city": "Düsseldorf",
    }
    return Venue.objects.create(**usual | given)


def make_event(**given) -> Event:
    """A published event on site in two weeks, complete enough to be shown."""
    starts_at = given.get("starts_at", timezone.now() + timedelta(days=14))
    status = given.get("status", EventStatus.PUBLISHED)
    mode = given.get("mode", Mode.ON_SITE)
    usual = {
        "title": "Fachtag",
        "slug": f"fachtag-{new_public_id().lower()}",
        "status": EventStatus.PUBLISHED,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "access_contact": "Koordinierungsstelle",
        "access_phone": "0211 000000",
    }
    if "kind" not in given:
        usual["kind"] = Term.objects.get_or_create(
            kind=TermKind.EVENT_KIND, slug="fachtag", defaults={"name": "Fachtag"}
        )[0]
    if "responsible" not in given:
        usual["responsible"] = User.objects.get_or_create(
            email="verantwortlich@portal.example", defaults={"is_staff": True}
        )[0]
    if mode != Mode.ONLINE and "venue" not in given:
        usual["venue"] = make_venue()
    if mode != Mode.ON_SITE:
        usual["joining_url"] = "https://video.portal.example/raum"
    if status != EventStatus.DRAFT:
        usual["published_at"] = timezone.now()
    if status == EventStatus.CANCELLED:
        usual["cancelled_at"] = timezone.now()
    return Event.objects.create(**usual | given)


def make_agenda_item(**given) -> AgendaItem:
    event = given.get("event") or make_event()
    usual = {"event": event, "starts_at": event.starts_at, "title": "Begrüßung"}
    return AgendaItem.objects.create(**usual | given)
