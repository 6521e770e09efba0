from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from events.models import EventDocument, EventStatus, Mode, Pool, PoolKind
from organisations.models import Term, TermKind, Visibility
from tests.browser import Look
from tests.factories.accounts import make_staff
from tests.factories.events import make_agenda_item, make_event, make_venue


def page_of(event) -> str:
    return f"/veranstaltungen/{event.slug}/"


def full_event():
    """Everything an event page can show, some of it in German alone."""
    event = make_event(
        title="Fachtag zur Seelsorge im Krankenhaus und in der Langzeitpflege",
        title_ar="يوم دراسي",
        summary="Worum es geht, in einem Satz.",
        description="## Worum es geht\n\nEin *Text* mit [Verweis](https://portal.example/).",
        mode=Mode.HYBRID,
        venue=make_venue(access_note="Der Haupteingang ist stufenlos."),
        source="https://portal.example/quelle",
        access_email="barrierefrei@portal.example",
    )
    for kind, relation in (
        (TermKind.LANGUAGE, event.languages),
        (TermKind.LANGUAGE, event.interpretation),
        (TermKind.FIELD, event.fields),
    ):
        relation.set(Term.objects.filter(kind=kind)[:2])
    make_agenda_item(event=event, people="Hausleitung", room="Saal 1")
    Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=3)
    document = EventDocument(event=event, title="Programm", visibility=Visibility.PUBLIC)
    document.file.save("programm.pdf", ContentFile(b"%PDF-1.4"))
    make_event(part_of=event, title="Forum 1")
    return event


def some_events() -> str:
    full_event()
    make_event(status=EventStatus.CANCELLED)
    make_event(
        starts_at=timezone.now() + timedelta(days=50),
        previous_starts_at=timezone.now() + timedelta(days=3),
    )
    return "/veranstaltungen/"


def moved_event() -> str:
    return page_of(
        make_event(
            previous_starts_at=timezone.now() + timedelta(days=3), move_note="Der Saal ist belegt."
        )
    )


def cancelled_event() -> str:
    return page_of(make_event(status=EventStatus.CANCELLED, cancellation_note="Krankheit"))


def archive() -> str:
    make_event(starts_at=timezone.now() - timedelta(days=3))
    make_event(starts_at=timezone.now() - timedelta(days=400))
    return "/veranstaltungen/archiv/"


def coordinator():
    return make_staff("Koordination")


ADMIN = "/verwaltung/events/event/"


def month() -> str:
    some_events()
    day = timezone.localdate() + timedelta(days=14)
    make_event(starts_at=timezone.now() + timedelta(days=14), title="Zweites am selben Tag")
    return f"/veranstaltungen/?ansicht=monat&monat={day:%Y-%m}"


def trainings() -> str:
    kind = Term.objects.get(kind=TermKind.EVENT_KIND, slug="fortbildung")
    event = make_event(kind=kind, title="Vereinsrecht kurz erklärt", costs="25 Euro")
    event.target_groups.set(Term.objects.filter(kind=TermKind.TARGET_GROUP)[:2])
    return "/fortbildungen/"


def open_subscription(page) -> None:
    page.locator("#abonnieren summary").click()


LOOKS = [
    Look("events-month", month),
    Look("events-month-empty", lambda: "/veranstaltungen/?ansicht=monat&monat=2031-05"),
    Look("events-subscribe", some_events, act=open_subscription),
    Look("trainings", trainings),
    Look("trainings-none", lambda: "/fortbildungen/"),
    Look("events", some_events),
    Look("events-filtered", lambda: some_events() + "?format=hybrid&kreis=99999"),
    Look("events-none-found", lambda: "/veranstaltungen/?q=gibtesnicht"),
    Look("events-archive", archive),
    Look("event", lambda: page_of(full_event())),
    Look("event-moved", moved_event),
    Look("event-cancelled", cancelled_event),
    Look("event-planning", lambda: f"{ADMIN}{full_event().pk}/change/", user=coordinator),
    Look("event-moving", lambda: f"{ADMIN}{make_event().pk}/verlegen/", user=coordinator),
]
