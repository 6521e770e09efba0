"""Whether an account or a registration can be found out by a stopwatch.

Each pair sends the same form for an address that is known and one that is not, in turns, and
compares the medians. The answers look alike, so time is all that could tell.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from statistics import median
from time import perf_counter

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from benchmarks.rows import Row
from benchmarks.rush import bare_pool
from events.models import Party, PartyStatus
from kme_portal.accounts.models import User
from organisations.models import (
    District,
    Organisation,
    OrganisationStatus,
    Representative,
    Term,
    TermKind,
)
from organisations.services import registering

ROUNDS = 40
MOST_APART = 0.35
_numbers = count(1)


@dataclass(frozen=True)
class Pair:
    """Two forms that must take the same time; each call makes its address and sends it once."""

    name: str
    known: Callable[[], float]
    unknown: Callable[[], float]


def run() -> Iterator[Row]:
    for pair in pairs():
        known, unknown = medians(pair, rounds=ROUNDS)
        yield Row(
            name=pair.name,
            unit="ms",
            ours=known,
            plain=unknown,
            ratio=known / unknown,
            aim=f"known by unknown, {1 - MOST_APART:.0%} to {1 / (1 - MOST_APART):.0%}",
        )


def medians(pair: Pair, *, rounds: int) -> tuple[float, float]:
    """Milliseconds for a known and for an unknown address."""
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds + 2):
        times[0].append(pair.known())
        times[1].append(pair.unknown())
    # The first ones warm up.
    return 1000 * median(times[0][2:]), 1000 * median(times[1][2:])


def is_apart(known: float, unknown: float) -> bool:
    return min(known, unknown) / max(known, unknown) < 1 - MOST_APART


def pairs() -> list[Pair]:
    pool = bare_pool(seats=10_000)
    sign_in, reset = reverse("account_login"), reverse("account_reset_password")
    register = reverse("events:register", args=[pool.event.slug])

    def wrong_password(email: str) -> float:
        return timed(sign_in, {"login": email, "password": "ein falscher Satz"})

    def forgotten(email: str) -> float:
        return timed(reset, {"email": email})

    def registration(email: str) -> float:
        form = {"name": "Gast", "email": email, "consent_participation": "on"}
        return timed(register, form)

    def registered(status: PartyStatus) -> str:
        email = new_address()
        timed(register, {"name": "Gast", "email": email, "consent_participation": "on"})
        if status == PartyStatus.CONFIRMED:
            link = reverse(
                "events:registration_confirm", args=[Party.objects.get(email=email).token()]
            )
            timed(link, {})
        return email

    return [
        *pairs_of_associations(),
        Pair(
            "sign-in, wrong password",
            lambda: wrong_password(account("ein langer Satz zum Messen")),
            lambda: wrong_password(new_address()),
        ),
        Pair(
            "sign-in, not accepted yet",
            lambda: wrong_password(account(None)),
            lambda: wrong_password(new_address()),
        ),
        Pair("reset", lambda: forgotten(account(None)), lambda: forgotten(new_address())),
        Pair(
            "registration, confirmed before",
            lambda: registration(registered(PartyStatus.CONFIRMED)),
            lambda: registration(new_address()),
        ),
        Pair(
            "registration, not confirmed yet",
            lambda: registration(registered(PartyStatus.UNCONFIRMED)),
            lambda: registration(new_address()),
        ),
    ]


def pairs_of_associations() -> list[Pair]:
    """An association's registration and the taking over of its entry."""
    number = next(_numbers)
    entry = Organisation.objects.create(
        name=f"Verein {number}",
        slug=f"messung-{number}",
        status=OrganisationStatus.ACTIVE,
        is_listed=True,
    )
    work = Term.objects.filter(kind=TermKind.FIELD).first().slug

    def entered() -> str:
        email = new_address()
        Representative.objects.create(organisation=entry, name="Vorsitz", email=email)
        return email

    def claimed(email: str) -> float:
        path = reverse("organisations:claim_ask", args=[entry.slug])
        return timed(path, {"email": email, "words": "Ich bin im Vorstand."})

    def registered(email: str) -> float:
        """The last step alone: before it nobody is looked for."""
        draft = registering.start_draft(
            form_id=f"{next(_numbers):032x}",
            email=email,
            name="",
            language="de",
            answers={
                "name": entry.name,
                "district": District.objects.first().ags,
                "fields": [work],
                "description": "Wir lernen.",
            },
            now=timezone.now(),
        )
        path = reverse("organisations:registration_shown", args=[registering.work_token(draft)])
        done = {"is_listed": "no", "email_visibility": "office", "consent_registration": "on"}
        return timed(path, done)

    return [
        Pair("taking over an entry", lambda: claimed(entered()), lambda: claimed(new_address())),
        Pair(
            "registering an association",
            lambda: registered(entered()),
            lambda: registered(new_address()),
        ),
    ]


def account(password: str | None) -> str:
    return User.objects.create_user(new_address(), password).email


def new_address() -> str:
    return f"person{next(_numbers)}@messung.example"


def timed(path: str, form: dict[str, str]) -> float:
    """Seconds until the answer; each from a network of its own, so that no limit is met."""
    number = next(_numbers)
    network = f"2001:db8:{number >> 16:x}:{number & 0xFFFF:x}::1"
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]}, REMOTE_ADDR=network)
    began = perf_counter()
    answer = client.post(path, form)
    took = perf_counter() - began
    if answer.status_code not in (200, 302):
        raise RuntimeError(f"{path}: {answer.status_code}")
    return took
