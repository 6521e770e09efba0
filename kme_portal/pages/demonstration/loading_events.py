"""Loads the events of the demonstration: those that took place, and invented ones to come."""

from datetime import date, time, timedelta

import holidays
from django.utils import timezone

from events.models import AgendaItem, Event, EventStatus, Mode, Pool, PoolKind
from kme_portal.pages.demonstration import events as planned
from kme_portal.pages.demonstration.coming_events import COMING, ComingEvent
from kme_portal.pages.demonstration.coming_texts import AGENDA, DESCRIPTIONS
from kme_portal.pages.demonstration.facts import at, in_languages


def load_past_events(terms, organisations, venues) -> dict[str, Event]:
    found = {}
    for fact in planned.PAST:
        event = Event(
            slug=fact.key,
            kind=terms["event_kind", fact.kind],
            mode=fact.mode,
            starts_at=at(fact.on, fact.start),
            ends_at=at(fact.on, fact.end),
            venue=venues.get(fact.venue),
            organiser=organisations[fact.organiser],
            status=EventStatus.CLOSED,
            published_at=at(fact.on - timedelta(days=42), time(9)),
            source=fact.source,
            is_demo=True,
        )
        in_languages(event, title=fact.titles, summary=(fact.text, "", "", ""))
        event.save()
        event.fields.set([terms["field", name] for name in fact.fields])
        event.languages.set([terms["language", "Deutsch"]])
        if fact.seats:
            kind = PoolKind.ONLINE if fact.mode == Mode.ONLINE else PoolKind.ON_SITE
            Pool.objects.create(event=event, kind=kind, seats=fact.seats)
        found[fact.key] = event
    return found


def next_usual_day(day: date) -> date:
    """The day itself, or the next one on which the office would invite.

    No Sunday, no holiday, not around the turn of the year.
    """
    free = holidays.country_holidays("DE", subdiv="NW", years=[day.year, day.year + 1])
    while day.weekday() == 6 or day in free or not (1, 7) <= (day.month, day.day) <= (12, 22):
        day += timedelta(days=1)
    return day


def load_coming_events(terms, organisations, venues, coordinator, now) -> dict[str, Event]:
    found = {}
    today = timezone.localdate(now)
    for fact in COMING:
        day = next_usual_day(today + timedelta(days=fact.days))
        event = Event(
            slug=fact.key,
            kind=terms["event_kind", fact.kind],
            mode=fact.mode,
            visibility=fact.visibility,
            starts_at=at(day, fact.start),
            ends_at=at(day, fact.end),
            answer_by=max(day - timedelta(days=7), today + timedelta(days=2)),
            venue=venues.get(fact.venue),
            joining_url="" if fact.mode == Mode.ON_SITE else "https://konferenz.example/raum",
            organiser=organisations["ministerium"],
            responsible=coordinator,
            access_contact="Koordinierungsstelle",
            access_phone="0211 000000",
            access_email="barrierefrei@kme-nrw.example",
            is_demo=True,
        )
        in_languages(event, title=fact.titles, summary=fact.summaries)
        if fact.key in DESCRIPTIONS:
            in_languages(event, description=DESCRIPTIONS[fact.key])
        if fact.costs:
            in_languages(event, costs=fact.costs)
        event.status = EventStatus.PUBLISHED
        event.published_at = now
        if fact.fate == "moved":
            event.previous_starts_at = event.starts_at - timedelta(days=28)
            event.version = 1
        if fact.fate == "cancelled":
            event.status = EventStatus.CANCELLED
            event.cancelled_at = now
            in_languages(
                event,
                cancellation_note=(
                    "Die Referentin ist verhindert; ein neuer Termin wird gesucht.",
                    "The speaker is unable to come; a new date is being sought.",
                    "Konuşmacı katılamıyor; yeni bir tarih aranıyor.",
                    "تعذّر حضور المتحدثة، ويجري البحث عن موعد جديد.",
                ),
            )
        event.save()
        event.fields.set([terms["field", name] for name in fact.fields])
        event.languages.set([terms["language", name] for name in fact.languages])
        event.interpretation.set([terms["language", name] for name in fact.interpretation])
        event.target_groups.set([terms["target_group", name] for name in fact.target_groups])
        event.co_organisers.set([organisations[key] for key in fact.co_organisers])
        if fact.seats:
            Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=fact.seats)
        if fact.seats_online:
            Pool.objects.create(event=event, kind=PoolKind.ONLINE, seats=fact.seats_online)
        for clock, title, people in fact.agenda:
            item = AgendaItem(event=event, starts_at=at(day, clock))
            in_languages(item, title=AGENDA[title])
            if people:
                in_languages(item, people=AGENDA[people])
            item.save()
        load_sessions(fact, event, day)
        found[fact.key] = event
    return found


def load_sessions(fact: ComingEvent, event: Event, day: date) -> None:
    """Parallel sessions between which guests choose."""
    for starts, ends, titles, room, seats in fact.sessions:
        item = AgendaItem(event=event, starts_at=at(day, starts), ends_at=at(day, ends), room=room)
        in_languages(item, title=titles)
        item.save()
        Pool.objects.create(event=event, session=item, seats=seats)
