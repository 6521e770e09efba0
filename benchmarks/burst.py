"""Registrations as after a mail to all, 500 a minute, and what other visitors feel of it.

Requests leave at their time, whether or not those before them were answered.
"""

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from benchmarks.pages import fill
from benchmarks.rows import Row
from benchmarks.rush import TOKEN, bare_pool
from benchmarks.web import Server, web_server
from events.models import Party

REGISTRATIONS = 250
REGISTRATIONS_A_SECOND = 500 / 60
VISITS_A_SECOND = 3
MOST_SECONDS = 2
MOST_TIMES = 1.5


@dataclass
class Crowd:
    """Seconds that each request of one kind took."""

    took: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        return sorted(self.took)[int(len(self.took) * 0.95)]


def run() -> list[Row]:
    fill()
    pool = bare_pool(REGISTRATIONS)
    seconds = REGISTRATIONS / REGISTRATIONS_A_SECOND
    visits = [page("/veranstaltungen/")] * round(VISITS_A_SECOND * seconds)
    forms = [registration(pool.event.slug, number) for number in range(REGISTRATIONS)]
    with web_server(LIMIT_SCALE="1000") as server:
        server.load("/veranstaltungen/", seconds=1)
        [calm] = asyncio.run(arrive(server, seconds, visits))
        busy, registering = asyncio.run(arrive(server, seconds, visits, forms))
    kept = Party.objects.filter(event=pool.event).count()
    if kept != REGISTRATIONS:
        raise RuntimeError(f"{kept} of {REGISTRATIONS} registrations")
    return [
        Row(
            "registration in a burst, 95th percentile",
            1000 * registering.p95,
            1000 * MOST_SECONDS,
            registering.p95 / MOST_SECONDS,
            unit="ms",
            aim=f"≤ {MOST_SECONDS} s, plain is the limit; all {kept} kept",
        ),
        Row(
            "visitors during it, 95th percentile",
            1000 * busy.p95,
            1000 * calm.p95,
            busy.p95 / calm.p95,
            unit="ms",
            aim=f"≤ {MOST_TIMES:.0%} of a calm hour",
        ),
    ]


def page(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


def registration(slug: str, number: int) -> bytes:
    body = urlencode(
        {
            "name": "Gast",
            "email": f"ansturm{number}@verein.example",
            "consent_participation": "on",
            "csrfmiddlewaretoken": TOKEN,
        }
    )
    return (
        f"POST /veranstaltungen/{slug}/anmelden/ HTTP/1.1\r\nHost: localhost\r\n"
        f"Connection: close\r\nCookie: csrftoken={TOKEN}\r\nContent-Length: {len(body)}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}"
    ).encode()


async def arrive(server: Server, seconds: float, *crowds: list[bytes]) -> list[Crowd]:
    """All crowds at once, each spread evenly over the time."""
    results = [Crowd() for _ in crowds]
    began = time.perf_counter() + 0.1
    await asyncio.gather(
        *(
            _one(server, request, began + seconds * number / len(crowd), result)
            for crowd, result in zip(crowds, results, strict=True)
            for number, request in enumerate(crowd)
        )
    )
    return results


async def _one(server: Server, request: bytes, at: float, result: Crowd) -> None:
    await asyncio.sleep(at - time.perf_counter())
    reader, writer = await server.connect()
    writer.write(request)
    answer = await reader.read()
    writer.close()
    if answer.split(b" ", 2)[1] not in (b"200", b"302"):
        raise RuntimeError(answer.splitlines()[0].decode())
    result.took.append(time.perf_counter() - at)
