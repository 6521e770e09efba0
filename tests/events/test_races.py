"""Many at once, over two real web processes on a real PostgreSQL: no seat is given twice.

Two controls break the engine on purpose, so that it is known that these tests would notice.
"""

import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from events.models import Claim, ClaimStatus, Party, Pool, Seat
from events.services.places import replay, standing_of
from events.services.planning import PlanningRefused, set_seats
from kme_portal.mailings.models import Message
from tests.factories import make_event
from tests.factories.places import make_party, make_pool, make_unconfirmed

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("races"),
]

ROUNDS = 20
CROWD = 60
SEATS = 5
MOST_SECONDS = 5


@dataclass
class Answer:
    status: int
    seconds: float
    body: str


class Server:
    """gunicorn with two processes, on the database of this test."""

    def __init__(self, port: int) -> None:
        self.port = port

    def post(self, path: str, data: dict | None = None) -> Answer:
        """A form sent with its CSRF token, as a browser sends it."""
        token = "x" * 32
        body = urlencode({"csrfmiddlewaretoken": token} | (data or {}))
        headers = {
            "Host": "localhost",
            "Cookie": f"csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._ask("POST", path, body, headers)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {"Host": "localhost"})

    def _ask(self, method, path, body, headers) -> Answer:
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        began = time.perf_counter()
        try:
            line.request(method, path, body, headers)
            response = line.getresponse()
            text = response.read().decode()
        finally:
            line.close()
        return Answer(response.status, time.perf_counter() - began, text)


def database_url() -> str:
    parts = settings.DATABASES["default"]
    host, port = parts["HOST"] or "localhost", parts["PORT"] or 5432
    name = connection.settings_dict["NAME"]
    password = f":{parts['PASSWORD']}" if parts["PASSWORD"] else ""
    if str(host).startswith("/"):
        return f"postgres://{parts['USER']}{password}@/{name}?{urlencode({'host': host})}"
    return f"postgres://{parts['USER']}{password}@{host}:{port}/{name}"


@contextmanager
def serving(**environment: str) -> Iterator[Server]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tests.events.race_server:application"]
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "8"]
    process = subprocess.Popen(
        [*command, *options, "--log-level", "critical", "--no-control-socket"],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"DATABASE_URL": database_url(), "LIMIT_SCALE": "1000", "DATABASE_POOL": "1"}
        | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Server(port)
    try:
        _wait_for(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(server: Server, process: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            server.get("/veranstaltungen/")
        except OSError:
            assert process.poll() is None, "the web server ended"
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the web server does not answer")


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker) -> Iterator[Server]:
    with django_db_blocker.unblock(), serving() as started:
        yield started


def busy() -> float:
    """How many times longer everything takes here, because others compute on this machine too."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def at_once(calls: list[Callable[[], Answer]]) -> list[Answer]:
    with ThreadPoolExecutor(max_workers=len(calls)) as pool:
        return [done.result() for done in [pool.submit(call) for call in calls]]


def posting(server: Server, name: str, party: Party) -> Callable[[], Answer]:
    path = reverse(f"events:{name}", args=[party.token()])
    return lambda: server.post(path)


def confirming(server: Server, party: Party) -> Callable[[], Answer]:
    return posting(server, "registration_confirm", party)


def crowd_for(pool: Pool, size: int = CROWD) -> list[Party]:
    return [
        make_unconfirmed(pool=pool, email=f"g{n}-{pool.pk}@verein.example") for n in range(size)
    ]


def seats_of(pool: Pool) -> list[int]:
    return sorted(Seat.objects.filter(pool=pool).values_list("number", flat=True))


def waiting_in(pool: Pool) -> int:
    return Claim.objects.filter(pool=pool, status=ClaimStatus.WAITING).count()


def log_of(pool: Pool) -> list[int]:
    return sorted(number for numbers in replay(pool).values() for number in numbers)


def test_sixty_at_once_for_five_seats_in_twenty_rounds(server):
    event = make_event()
    seconds = []
    for _ in range(ROUNDS):
        pool = make_pool(event=make_event(kind=event.kind, venue=event.venue), seats=SEATS)
        crowd = crowd_for(pool)

        answers = at_once([confirming(server, party) for party in crowd])

        assert {answer.status for answer in answers} == {200}
        assert seats_of(pool) == log_of(pool) == [1, 2, 3, 4, 5]
        assert waiting_in(pool) == CROWD - SEATS
        told_now = [re.search(r"Nummer (\d+)", answer.body) for answer in answers]
        positions = sorted(int(found[1]) if found else 0 for found in told_now)
        assert positions == [0] * SEATS + list(range(1, CROWD - SEATS + 1))
        told = Message.objects.filter(about_id__in=[party.pk for party in crowd])
        assert told.filter(kind="events.registration_seated").count() == SEATS
        assert told.count() == CROWD
        seconds += [answer.seconds for answer in answers]
    assert statistics.quantiles(seconds, n=20)[-1] <= MOST_SECONDS * busy()


def test_control_without_the_lock_the_rush_fails_by_errors():
    make_event()
    with serving(RACE_WITHOUT_LOCK="1") as server:
        for _ in range(5):
            pool = make_pool(seats=SEATS)
            answers = at_once([confirming(server, party) for party in crowd_for(pool)])
            assert len(seats_of(pool)) <= SEATS
            if any(answer.status == 500 for answer in answers):
                return
    pytest.fail("nobody collided: these tests would not notice a missing lock")


@pytest.fixture
def _without_the_constraint(transactional_db):
    constraint = next(c for c in Seat._meta.constraints if c.name == "seat_number_once")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Seat, constraint)
    yield
    Seat.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Seat, constraint)


@pytest.mark.usefixtures("_without_the_constraint")
def test_control_without_lock_and_constraint_seats_are_given_twice():
    make_event()
    with serving(RACE_WITHOUT_LOCK="1") as server:
        for _ in range(5):
            pool = make_pool(seats=SEATS)
            at_once([confirming(server, party) for party in crowd_for(pool)])
            if len(seats_of(pool)) > SEATS:
                return
    pytest.fail("nothing was over-booked: these tests would not notice a missing constraint")


def test_one_address_in_six_spellings_at_once_is_one_registration(server):
    pool = make_pool()
    spellings = [
        "anna@müller.example",
        "Anna@müller.example",
        "ANNA@MÜLLER.EXAMPLE",
        " anna@müller.example ",
        "ａｎｎａ@müller.example",
        "anna@xn--mller-kva.example",
    ]
    path = reverse("events:register", args=[pool.event.slug])
    form = {"name": "Anna", "consent_participation": "on"}
    answers = at_once(
        [lambda typed=typed: server.post(path, form | {"email": typed}) for typed in spellings]
    )

    assert {answer.status for answer in answers} == {200}
    assert Party.objects.count() == 1
    assert Message.objects.count() == 1
    assert Party.objects.get().guests.count() == 1


def test_a_button_pressed_ten_times_at_once_confirms_once(server):
    pool = make_pool()
    party = make_unconfirmed(pool=pool)
    answers = at_once([confirming(server, party)] * 10)

    assert {answer.status for answer in answers} == {200}
    assert seats_of(pool) == [1]
    assert Message.objects.filter(kind="events.registration_seated").count() == 1


def test_cancelling_twice_while_others_register_moves_the_queue_up_in_order(server):
    pool = make_pool(seats=SEATS)
    seated = [make_party(pool=pool) for _ in range(SEATS)]
    queue = [make_party(pool=pool) for _ in range(4)]
    late = crowd_for(pool, 10)
    cancelling = [
        posting(server, "registration_cancel", party) for party in seated[:3] for _twice in range(2)
    ]
    answers = at_once([*cancelling, *(confirming(server, party) for party in late)])

    assert {answer.status for answer in answers} <= {200, 302}
    assert seats_of(pool) == log_of(pool) == [1, 2, 3, 4, 5]
    assert [standing_of(party).is_seated for party in queue] == [True, True, True, False]
    moved_up = Message.objects.filter(kind="events.registration_moved_up")
    assert sorted(moved_up.values_list("about_id", flat=True)) == [p.pk for p in queue[:3]]
    cancelled = Message.objects.filter(kind="events.registration_cancelled")
    assert sorted(cancelled.values_list("about_id", flat=True)) == [p.pk for p in seated[:3]]


def test_more_and_fewer_seats_in_the_middle_of_the_rush_never_over_book(server):
    pool = make_pool(seats=SEATS)
    crowd = crowd_for(pool, 40)

    def change_seats() -> Answer:
        try:
            for seats in (12, 3, 8, 20, 10):
                try:
                    set_seats(
                        event_id=pool.event_id, kind=pool.kind, seats=seats, now=timezone.now()
                    )
                except PlanningRefused:
                    continue
                with connection.cursor() as cursor:
                    cursor.execute(
                        "SELECT count(s.id) <= p.seats FROM events_pool p LEFT JOIN events_seat s"
                        " ON s.pool_id = p.id WHERE p.id = %s GROUP BY p.seats",
                        [pool.pk],
                    )
                    assert cursor.fetchone() == (True,)
        finally:
            connection.close()
        return Answer(200, 0, "")

    answers = at_once([change_seats, *(confirming(server, party) for party in crowd)])

    pool.refresh_from_db()
    assert {answer.status for answer in answers} == {200}
    taken = seats_of(pool)
    assert len(taken) == pool.seats
    assert taken == log_of(pool)
    assert waiting_in(pool) == len(crowd) - pool.seats
