"""Event list and event page, uncached, at 8 connections, against plain views beside them."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from benchmarks import settings as benchmark_settings
from benchmarks.rows import Row
from benchmarks.web import Load, web_server
from events.models import AgendaItem, Event, EventStatus, Mode, Pool, PoolKind, Venue
from kme_portal.accounts.models import User
from organisations.models import District, Term, TermKind

EVENTS = 2_000
MOST_QUERIES = 6
FULL = "messung-0"


def run() -> list[Row]:
    slug = fill()
    listed = "/veranstaltungen/?format=on_site"
    page = f"/veranstaltungen/{slug}/"
    queries = {path: count_queries(path) for path in (listed, page)}
    with web_server() as server:
        loads = {path: server.load(path) for path in ("/plain/", listed, f"/plain/{slug}/", page)}
    return [
        compare(
            "event list, one filter", loads[listed], loads["/plain/"], queries[listed], "≥ 30 %"
        ),
        compare("event page", loads[page], loads[f"/plain/{slug}/"], queries[page], "≥ 25 %"),
    ]


def compare(name: str, ours: Load, plain: Load, queries: int, aim: str) -> Row:
    return Row(
        name=name,
        ours=ours.per_second,
        plain=plain.per_second,
        ratio=ours.per_second / plain.per_second,
        queries=queries,
        cpu_ms=ours.cpu_ms,
        aim=f"{aim}, SQL ≤ {MOST_QUERIES}; plain {plain.cpu_ms:.1f} ms CPU",
    )


@override_settings(STORAGES=benchmark_settings.STORAGES)
def count_queries(path: str) -> int:
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code}")
    return len(captured)


def fill() -> str:
    """Coming events as an office plans them; gives the address of one with everything on it."""
    if Event.objects.filter(slug=FULL).exists():
        return FULL
    kinds = list(Term.objects.filter(kind=TermKind.EVENT_KIND)) or [
        Term.objects.create(kind=TermKind.EVENT_KIND, slug="fachtag", name="Fachtag")
    ]
    fields = list(Term.objects.filter(kind=TermKind.FIELD))
    languages = list(Term.objects.filter(kind=TermKind.LANGUAGE))
    districts = list(District.objects.all()) or [None]
    venues = Venue.objects.bulk_create(
        Venue(
            name=f"Bürgerhaus {number}",
            street="Am Markt 1",
            postcode="40210",
            city=f"Ort {number}",
            district=districts[number % len(districts)],
            access_note="Der Haupteingang ist stufenlos.",
        )
        for number in range(60)
    )
    somebody = User.objects.create_user("seiten@portal.example", is_staff=True)
    now = timezone.now()
    modes = [Mode.ON_SITE, Mode.ON_SITE, Mode.ONLINE, Mode.HYBRID]
    events = Event.objects.bulk_create(
        Event(
            title_de=f"Fachtag {number} zum Engagement vor Ort",
            title=f"Fachtag {number} zum Engagement vor Ort",
            slug=f"messung-{number}",
            summary_de="Worum es geht, in einem Satz, den man gern liest.",
            description_de="## Worum es geht\n\n" + "Ein Absatz mit *Betonung*. " * 12,
            kind=kinds[number % len(kinds)],
            mode=modes[number % 4],
            venue=None if modes[number % 4] == Mode.ONLINE else venues[number % 60],
            joining_url="https://video.portal.example/raum",
            starts_at=now + timedelta(hours=7 * (number + 1)),
            ends_at=now + timedelta(hours=7 * (number + 1) + 2),
            status=EventStatus.PUBLISHED,
            published_at=now,
            responsible=somebody,
            access_contact="Koordinierungsstelle",
            access_phone="0211 000000",
        )
        for number in range(EVENTS)
    )
    for event in events[::2]:
        event.fields.set(fields[:2])
        event.languages.set(languages[:2])
    Pool.objects.bulk_create(Pool(event=event, kind=PoolKind.ON_SITE, seats=60) for event in events)
    AgendaItem.objects.bulk_create(
        AgendaItem(event=events[0], starts_at=events[0].starts_at, title_de=f"Punkt {number}")
        for number in range(6)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()
    return FULL
