"""A thousand confirm at once for 200 seats, over 50 connections, against a bare view.

The bare view locks the pool, counts and inserts, and answers with a word. Exactly 200 seats must
be given, whatever the rush; everybody else waits and is told the place in the queue.
"""

import asyncio
import time
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from benchmarks.rows import Row
from benchmarks.web import Server, web_server
from events.models import (
    Claim,
    ClaimStatus,
    Event,
    EventStatus,
    Guest,
    Mode,
    Party,
    Pool,
    PoolKind,
    Seat,
)
from kme_portal.accounts.models import User
from organisations.models import Term, TermKind

ATTEMPTS = 1_000
CONNECTIONS = 50
SEATS = 200
MOST_TIMES = 12
TOKEN = "x" * 32


def run() -> list[Row]:
    with web_server() as server:
        rush(server, [f"/plain/seat/{bare_pool().pk}/"] * CONNECTIONS)
        confirm_all(server, CONNECTIONS, seats=1)

        plain_pool = bare_pool()
        plain = rush(server, [f"/plain/seat/{plain_pool.pk}/"] * ATTEMPTS)
        before = server.cpu_seconds()
        ours, pool = confirm_all(server, ATTEMPTS, seats=SEATS)
        cpu = server.cpu_seconds() - before
    check(pool, plain_pool)
    return [
        Row(
            name=f"{ATTEMPTS} confirm for {SEATS} seats",
            ours=ATTEMPTS / ours,
            plain=ATTEMPTS / plain,
            ratio=plain / ours,
            cpu_ms=1000 * cpu / ATTEMPTS,
            aim=f"time ≤ {MOST_TIMES} × plain; is {ours / plain:.1f} ×, {SEATS} seats given",
        )
    ]


def confirm_all(server: Server, attempts: int, *, seats: int) -> tuple[float, Pool]:
    """Seconds until all registrations of a new event were confirmed."""
    pool = bare_pool(seats)
    addresses = [f"gast{number}-{pool.pk}@verein.example" for number in range(attempts)]
    crowd = Party.objects.bulk_create(
        Party(event=pool.event, pool=pool, email=address, email_key=address)
        for address in addresses
    )
    Guest.objects.bulk_create(Guest(party=party, name="Gast") for party in crowd)
    paths = [reverse("events:registration_confirm", args=[party.token()]) for party in crowd]
    return rush(server, paths), pool


def check(pool: Pool, plain_pool: Pool) -> None:
    taken = Seat.objects.filter(pool=pool).count()
    waiting = Claim.objects.filter(pool=pool, status=ClaimStatus.WAITING).count()
    plain = Party.objects.filter(event=plain_pool.event).count()
    if (taken, waiting, plain) != (SEATS, ATTEMPTS - SEATS, SEATS):
        raise RuntimeError(f"seats {taken}, waiting {waiting}, bare view {plain}")


def bare_pool(seats: int = SEATS) -> Pool:
    now = timezone.now()
    kind, _created = Term.objects.get_or_create(
        kind=TermKind.EVENT_KIND, slug="fachtag", defaults={"name": "Fachtag"}
    )
    responsible, _created = User.objects.get_or_create(email="andrang@portal.example")
    event = Event.objects.create(
        title="Messung",
        slug=f"andrang-{Event.objects.count()}",
        kind=kind,
        mode=Mode.ONLINE,
        joining_url="https://video.portal.example/raum",
        starts_at=now + timedelta(days=30),
        ends_at=now + timedelta(days=30, hours=2),
        status=EventStatus.PUBLISHED,
        published_at=now,
        responsible=responsible,
        access_contact="Koordinierungsstelle",
        access_phone="0211 000000",
    )
    return Pool.objects.create(event=event, kind=PoolKind.ONLINE, seats=seats)


def rush(server: Server, paths: list[str]) -> float:
    """Seconds until all these forms were sent and answered, over 50 connections."""
    began = time.perf_counter()
    asyncio.run(_rush(server, list(reversed(paths))))
    return time.perf_counter() - began


async def _rush(server: Server, paths: list[str]) -> None:
    await asyncio.gather(*(_visitor(server, paths) for _ in range(CONNECTIONS)))


async def _visitor(server: Server, paths: list[str]) -> None:
    body = f"csrfmiddlewaretoken={TOKEN}".encode()
    head = (
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Cookie: csrftoken={TOKEN}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    while paths:
        path = paths.pop()
        reader, writer = await server.connect()
        writer.write(head.format(path=path).encode() + body)
        answer = await reader.read()
        writer.close()
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer.splitlines()[0].decode())
