"""What the office does with an event: publish, move, cancel, close, copy, and give it seats."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import (
    AgendaItem,
    Contingent,
    Event,
    EventStatus,
    InvitationRecipient,
    InvitationStatus,
    Party,
    Pool,
    Seat,
)
from events.services import places
from events.services.locks import lock_event, lock_pools
from kme_portal.base.slugs import make_slug

ANSWER_LEAD = timedelta(days=14)
COPY_LEAD = timedelta(weeks=6)


class PlanningRefused(Exception):
    """A step the office may not take now; `errors` maps a field ("" for none) to what to do."""

    def __init__(self, errors: dict[str, str]) -> None:
        self.errors = errors
        super().__init__(", ".join(field or "event" for field in errors))

    @property
    def message(self) -> str:
        return " ".join(str(error) for error in self.errors.values())


@dataclass(frozen=True)
class Reached:
    """How many are written to when an event is moved or cancelled."""

    registered: int
    invited: int

    @property
    def total(self) -> int:
        return self.registered + self.invited


def reached_by_change(event: Event) -> Reached:
    """Who hears of a move or cancellation: who comes or waits, and whose answer is awaited."""
    return Reached(
        registered=Party.objects.living().filter(event=event).exclude(email="").count(),
        invited=InvitationRecipient.objects.filter(
            invitation__event=event, invitation__status=InvitationStatus.OPEN
        ).count(),
    )


def usual_answer_by(starts_at: datetime) -> date:
    """Two weeks before the event, as the office does it; never after it."""
    return timezone.localdate(starts_at - ANSWER_LEAD)


def end_of_day(day: date) -> datetime:
    """24:00 Berlin time of a deadline's day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def slug_for(event: Event) -> str:
    taken = Event.objects.exclude(pk=event.pk)
    return make_slug(event.title_de or event.title, taken=taken, fallback="veranstaltung")


@transaction.atomic
def publish_event(*, event_id: int, now: datetime) -> Event:
    """Show the event (veröffentlichen); its address is frozen from now on.

    Raises PlanningRefused with the fields that are still empty, IllegalTransition when it is
    no draft any more.
    """
    event = lock_event(event_id)
    event.move_to(EventStatus.PUBLISHED)
    if missing := event.missing_for_publication():
        raise PlanningRefused(missing)
    if event.ends_at <= now:
        raise PlanningRefused({"starts_at": _("The date lies in the past.")})
    event.published_at = now
    event.slug = event.slug or slug_for(event)
    event.answer_by = event.answer_by or usual_answer_by(event.starts_at)
    event.save()
    return event


@transaction.atomic
def move_event(
    *,
    event_id: int,
    starts_at: datetime,
    ends_at: datetime,
    mode: str,
    venue_id: int | None,
    joining_url: str,
    notes: dict[str, str],
    now: datetime,
) -> Event:
    """Give a published event another time, place or format (verlegen).

    Deadlines and the agenda move by the same span; `notes` maps a language to what changed and
    why. The version is raised, by which everybody who comes or was asked hears of it once.
    Raises PlanningRefused when nothing changes or something is missing.
    """
    event = lock_event(event_id)
    if event.status != EventStatus.PUBLISHED:
        raise PlanningRefused({"": _("Only a published event can be moved.")})
    new = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "mode": mode,
        "venue_id": venue_id,
        "joining_url": joining_url,
    }
    old = {name: getattr(event, name) for name in new}
    if new == old:
        raise PlanningRefused({"": _("Nothing would change.")})
    if ends_at <= starts_at:
        raise PlanningRefused({"ends_at": _("The end lies before the beginning.")})
    if ends_at <= now:
        raise PlanningRefused({"starts_at": _("The new date lies in the past.")})
    for name, value in new.items():
        setattr(event, name, value)
    if missing := event.missing_for_publication():
        raise PlanningRefused(missing)

    if starts_at != old["starts_at"]:
        event.previous_starts_at = old["starts_at"]
        _shift_deadlines(event, starts_at - old["starts_at"], now)
    if mode != old["mode"]:
        event.previous_mode = old["mode"]
        places.follow_format(event, lock_pools(event.pk), now=now)
    for language, note in notes.items():
        setattr(event, f"move_note_{language}", note)
    event.version += 1
    event.moved_at = now
    event.save()
    return event


def _shift_deadlines(event: Event, span: timedelta, now: datetime) -> None:
    today = timezone.localdate(now)
    if event.answer_by is not None:
        event.answer_by = max(today, event.answer_by + timedelta(days=span.days))
    if event.registration_closes_at is not None:
        event.registration_closes_at = max(now, event.registration_closes_at + span)
    for item in event.agenda.all():
        item.starts_at += span
        item.ends_at = item.ends_at and item.ends_at + span
        item.save(update_fields=["starts_at", "ends_at"])
    for contingent in Contingent.objects.filter(pool__event=event):
        contingent.until += span
        contingent.save(update_fields=["until"])


@transaction.atomic
def cancel_event(*, event_id: int, notes: dict[str, str], now: datetime) -> Event:
    """Call the event off (absagen); `notes` maps a language to the reason that is shown."""
    event = lock_event(event_id)
    event.move_to(EventStatus.CANCELLED)
    for language, note in notes.items():
        setattr(event, f"cancellation_note_{language}", note)
    event.cancelled_at = now
    event.version += 1
    event.save()
    return event


@transaction.atomic
def close_event(*, event_id: int, now: datetime) -> Event:
    """Note that a past event is done with (abschließen)."""
    event = lock_event(event_id)
    if event.ends_at > now:
        raise PlanningRefused({"": _("The event is not over yet.")})
    event.move_to(EventStatus.CLOSED)
    event.save(update_fields=["status", "updated_at"])
    return event


# What a copy takes from its original by column; texts of all languages are added to it.
COPIED = [
    "kind_id",
    "mode",
    "visibility",
    "registration_url",
    "seats_per_association",
    "venue_id",
    "organiser_id",
    "responsible_id",
    "deputy_id",
    "access_contact",
    "access_phone",
    "access_email",
    "part_of_id",
]
COPIED_SETS = ["co_organisers", "target_groups", "fields", "languages", "interpretation"]
NOT_COPIED_TEXTS = {"move_note", "cancellation_note", "joining_note"}


@transaction.atomic
def copy_event(*, event_id: int, now: datetime) -> Event:
    """A draft like an earlier event, on the same weekday and time some six weeks from now.

    Takes texts, people, seats and agenda; neither documents nor the joining link, which belong
    to the one occasion.
    """
    original = Event.objects.get(pk=event_id)
    span = _weeks_until(original.starts_at, now + COPY_LEAD)
    copied = Event(
        starts_at=_plus_days(original.starts_at, span),
        ends_at=_plus_days(original.ends_at, span),
        translated_from=dict(original.translated_from),
        **{name: getattr(original, name) for name in COPIED},
    )
    for name in set(Event.translated_fields()) - NOT_COPIED_TEXTS:
        for language in ("de", "en", "tr", "ar"):
            setattr(copied, f"{name}_{language}", getattr(original, f"{name}_{language}"))
    copied.answer_by = usual_answer_by(copied.starts_at)
    copied.slug = slug_for(copied)
    copied.save()
    for name in COPIED_SETS:
        getattr(copied, name).set(getattr(original, name).all())
    _copy_agenda_and_seats(original, copied, span)
    return copied


def _copy_agenda_and_seats(original: Event, copied: Event, span: int) -> None:
    sessions: dict[int | None, AgendaItem | None] = {None: None}
    for item in original.agenda.all():
        source_id = item.pk
        item.pk = None
        item._state.adding = True
        item.event = copied
        item.starts_at = _plus_days(item.starts_at, span)
        item.ends_at = item.ends_at and _plus_days(item.ends_at, span)
        item.save()
        sessions[source_id] = item
    for pool in original.pools.order_by("pk"):
        new_pool = Pool.objects.create(
            event=copied, session=sessions[pool.session_id], kind=pool.kind, seats=pool.seats
        )
        for contingent in pool.contingents.filter(organisation=None):
            Contingent.objects.create(
                pool=new_pool,
                for_invited=contingent.for_invited,
                seats=contingent.seats,
                until=end_of_day(copied.answer_by),
            )


def _weeks_until(moment: datetime, target: datetime) -> int:
    """Days in whole weeks that bring a moment to the target or beyond it."""
    weeks = -(-(target - moment) // timedelta(weeks=1))
    return max(weeks, 0) * 7


def _plus_days(moment: datetime, days: int) -> datetime:
    """The same time of day in Berlin some days later, whatever the clocks do between."""
    local = timezone.localtime(moment)
    naive = local.replace(tzinfo=None) + timedelta(days=days)
    return timezone.make_aware(naive)


@transaction.atomic
def set_seats(
    *, event_id: int, kind: str, seats: int, now: datetime, session_id: int | None = None
) -> Pool | None:
    """Set how many seats there are of a kind; None when there are none and never were.

    More seats go to who waits at once. Raises PlanningRefused below the number already given.
    """
    lock_pools(event_id)
    pool = Pool.objects.filter(event_id=event_id, session_id=session_id, kind=kind).first()
    if pool is None:
        if seats == 0:
            return None
        pool = Pool(event_id=event_id, session_id=session_id, kind=kind, seats=0)
    elif pool.seats == seats:
        return pool
    taken = Seat.objects.filter(pool=pool).count() if pool.pk else 0
    if seats < taken:
        raise PlanningRefused(
            {
                f"seats_{kind}": _("%(taken)s seats are given already; fewer are not possible.")
                % {"taken": taken}
            }
        )
    has_grown = seats > pool.seats
    pool.seats = seats
    pool.save()
    if has_grown:
        places.allocate_event(event_id=event_id, now=now)
    return pool


@transaction.atomic
def keep_for_invited(
    *, event_id: int, kind: str, seats: int, until: datetime, now: datetime
) -> None:
    """Keep seats of a kind for invited associations until a moment (Kontingent); 0 ends it."""
    pools = lock_pools(event_id)
    pool = next((p for p in pools if p.kind == kind and p.session_id is None), None)
    if pool is None:
        if seats:
            raise PlanningRefused({"seats_kept": _("There are no seats that could be kept.")})
        return
    if seats > pool.seats:
        raise PlanningRefused({"seats_kept": _("No more seats can be kept than there are.")})
    kept = Contingent.objects.filter(pool=pool, for_invited=True, organisation=None)
    if seats == 0:
        kept.delete()
    elif not kept.update(seats=seats, until=until):
        Contingent.objects.create(pool=pool, for_invited=True, seats=seats, until=until)
    places.allocate_event(event_id=event_id, now=now)
