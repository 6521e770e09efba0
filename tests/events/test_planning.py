from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Contingent, Event, EventStatus, Mode, Pool, PoolKind
from events.services import planning
from events.services.planning import PlanningRefused
from kme_portal.base.models import IllegalTransition
from tests.factories import make_agenda_item, make_event, make_venue

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _moved_clock():
    with time_machine.travel(NOW, tick=False):
        yield


def make_draft(**given) -> Event:
    return make_event(**{"status": EventStatus.DRAFT, "slug": ""} | given)


def move(event, **given):
    usual = {
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "mode": event.mode,
        "venue_id": event.venue_id,
        "joining_url": event.joining_url,
        "notes": {},
        "now": NOW,
    }
    return planning.move_event(event_id=event.pk, **usual | given)


def test_publishing_gives_the_address_and_the_deadline():
    event = make_draft(title="Şükran & Größe")

    planning.publish_event(event_id=event.pk, now=NOW)

    event.refresh_from_db()
    assert event.status == EventStatus.PUBLISHED
    assert event.slug == "suekran-groesse" or event.slug == "sukran-groesse"
    assert event.answer_by == timezone.localdate(event.starts_at) - timedelta(days=14)


def test_an_address_that_means_something_else_is_not_given():
    event = make_draft(title="Archiv")

    planning.publish_event(event_id=event.pk, now=NOW)

    event.refresh_from_db()
    assert event.slug == "archiv-2"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"responsible": None}, "responsible"),
        ({"venue": None}, "venue"),
        ({"mode": Mode.ONLINE, "joining_url": ""}, "joining_url"),
        ({"mode": Mode.HYBRID, "joining_url": ""}, "joining_url"),
        ({"access_contact": ""}, "access_contact"),
        ({"access_phone": ""}, "access_phone"),
    ],
)
def test_an_incomplete_event_is_not_published_and_the_field_is_named(given, field):
    event = make_draft(**given)

    with pytest.raises(PlanningRefused) as refused:
        planning.publish_event(event_id=event.pk, now=NOW)

    assert list(refused.value.errors) == [field]
    event.refresh_from_db()
    assert event.status == EventStatus.DRAFT


def test_the_database_keeps_an_incomplete_event_from_being_published():
    event = make_draft(responsible=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(
            status=EventStatus.PUBLISHED, published_at=NOW, slug="fachtag"
        )


def test_the_constraint_speaks_to_the_office():
    event = make_event()
    event.access_phone = ""

    with pytest.raises(ValidationError, match="Barrierefreiheit|access"):
        event.validate_constraints()


def test_a_past_event_is_not_published():
    event = make_draft(starts_at=NOW - timedelta(days=2))

    with pytest.raises(PlanningRefused):
        planning.publish_event(event_id=event.pk, now=NOW)


def test_an_event_is_published_once():
    event = make_event()

    with pytest.raises(IllegalTransition):
        planning.publish_event(event_id=event.pk, now=NOW)


def test_moving_keeps_the_previous_date_and_raises_the_version():
    event = make_event(answer_by=NOW.date() + timedelta(days=7))
    before = event.starts_at
    item = make_agenda_item(event=event)

    move(
        event,
        starts_at=before + timedelta(days=7),
        ends_at=event.ends_at + timedelta(days=7),
        notes={"de": "Der Saal ist belegt."},
    )

    event.refresh_from_db()
    item.refresh_from_db()
    assert event.previous_starts_at == before
    assert event.is_moved
    assert event.version == 1
    assert event.moved_at == NOW
    assert event.move_note_de == "Der Saal ist belegt."
    assert event.answer_by == NOW.date() + timedelta(days=14)
    assert item.starts_at == before + timedelta(days=7)


def test_an_event_that_goes_online_says_so_and_takes_its_pool_along():
    event = make_event()
    pool = Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=30)

    move(event, mode=Mode.ONLINE, joining_url="https://video.portal.example/raum")

    event.refresh_from_db()
    pool.refresh_from_db()
    assert event.is_moved_online
    assert not event.is_moved
    assert pool.kind == PoolKind.ONLINE


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"ends_at": NOW - timedelta(days=1), "starts_at": NOW - timedelta(days=2)},
        {"ends_at": NOW},
        {"venue_id": None},
        {"mode": Mode.ONLINE, "joining_url": ""},
    ],
)
def test_a_move_that_changes_nothing_or_breaks_something_is_refused(change):
    event = make_event()

    with pytest.raises(PlanningRefused):
        move(event, **change)

    event.refresh_from_db()
    assert event.version == 0


def test_a_draft_is_changed_but_not_moved():
    event = make_draft()

    with pytest.raises(PlanningRefused):
        move(event, starts_at=event.starts_at + timedelta(minutes=5))


def test_cancelling_keeps_the_reason_and_raises_the_version():
    event = make_event()

    planning.cancel_event(event_id=event.pk, notes={"de": "Krankheit"}, now=NOW)

    event.refresh_from_db()
    assert event.status == EventStatus.CANCELLED
    assert event.cancelled_at == NOW
    assert event.cancellation_note_de == "Krankheit"
    assert event.version == 1


def test_a_cancelled_event_is_not_cancelled_again():
    event = make_event(status=EventStatus.CANCELLED)

    with pytest.raises(IllegalTransition):
        planning.cancel_event(event_id=event.pk, notes={}, now=NOW)


def test_an_event_is_closed_after_it_not_before():
    past = make_event(starts_at=NOW - timedelta(days=1))
    coming = make_event()

    planning.close_event(event_id=past.pk, now=NOW)
    with pytest.raises(PlanningRefused):
        planning.close_event(event_id=coming.pk, now=NOW)

    past.refresh_from_db()
    assert past.status == EventStatus.CLOSED


def test_a_copy_is_a_draft_on_the_same_weekday_and_time_with_seats_and_agenda():
    # Summer time in the original, winter time in the copy.
    original = make_event(
        title="Austausch",
        title_tr="Buluşma",
        starts_at=datetime(2026, 6, 11, 16, tzinfo=UTC),
        ends_at=datetime(2026, 6, 11, 18, tzinfo=UTC),
        move_note="Verlegt",
        version=3,
    )
    item = make_agenda_item(event=original)
    pool = Pool.objects.create(event=original, kind=PoolKind.ON_SITE, seats=30)
    Pool.objects.create(event=original, session=item, kind=PoolKind.ON_SITE, seats=10)
    Contingent.objects.create(pool=pool, seats=20, until=NOW)

    copied = planning.copy_event(event_id=original.pk, now=NOW)

    copied.refresh_from_db()
    local = timezone.localtime(copied.starts_at)
    assert (local.weekday(), local.hour) == (3, 18)
    assert copied.starts_at >= NOW + planning.COPY_LEAD
    assert copied.status == EventStatus.DRAFT
    assert (copied.title_de, copied.title_tr) == ("Austausch", "Buluşma")
    assert copied.move_note_de in (None, "")
    assert copied.version == 0
    assert copied.uid != original.uid
    assert copied.slug not in ("", original.slug)
    assert [(p.seats, p.session and p.session.title) for p in copied.pools.order_by("pk")] == [
        (30, None),
        (10, "Begrüßung"),
    ]
    assert [c.seats for c in Contingent.objects.filter(pool__event=copied)] == [20]
    assert original.agenda.count() == copied.agenda.count() == 1


def test_drafts_are_not_published_and_cancelled_ones_stay_visible():
    make_draft()
    cancelled = make_event(status=EventStatus.CANCELLED)

    assert list(Event.objects.public()) == [cancelled]


def test_an_event_at_a_venue_is_named_by_its_city_in_calendars():
    event = make_event(title="Iftar", venue=make_venue(name="Cemhaus", city="Hagen"))

    assert "Hagen" in event.neutral_title
    assert "Iftar" not in event.neutral_title
    assert "Cemhaus" not in event.neutral_title
