"""A registration from form to confirmation: four requests, against four to a plain view."""

from time import perf_counter

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.rows import Row
from benchmarks.rush import bare_pool
from events.models import Party, Pool

ROUNDS = 40
MOST_QUERIES = 30
REQUESTS = 4


def run() -> list[Row]:
    pool = bare_pool(seats=10 * ROUNDS)
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    register(client, pool, "erste")
    with CaptureQueriesContext(connection) as captured:
        register(client, pool, "gezaehlt")
    # The link is read from the mail; here it is asked of the database.
    queries = len(captured) - 1
    began = perf_counter()
    for number in range(ROUNDS):
        register(client, pool, f"gast{number}")
    ours = ROUNDS / (perf_counter() - began)
    plain = plain_per_second(client, pool)
    return [
        Row(
            name="registration, form to confirmation",
            ours=ours,
            plain=plain,
            ratio=ours / plain,
            queries=queries,
            cpu_ms=1000 / ours,
            aim=f"{REQUESTS} requests, SQL ≤ {MOST_QUERIES}",
        )
    ]


def register(client: Client, pool: Pool, name: str) -> None:
    form = reverse("events:register", args=[pool.event.slug])
    email = f"{name}@verein.example"
    answers = [
        client.get(form),
        client.post(form, {"name": name, "email": email, "consent_participation": "on"}),
    ]
    party = Party.objects.get(email=email)
    link = reverse("events:registration_confirm", args=[party.token()])
    answers += [client.get(link), client.post(link)]
    if [answer.status_code for answer in answers] != [200] * REQUESTS:
        raise RuntimeError([answer.status_code for answer in answers])


def plain_per_second(client: Client, pool: Pool) -> float:
    """Four requests to a view of one query, as often as we register."""
    with override_settings(ROOT_URLCONF="benchmarks.urls"):
        client.get(f"/plain/{pool.event.slug}/")
        began = perf_counter()
        for _ in range(ROUNDS * REQUESTS):
            client.get(f"/plain/{pool.event.slug}/")
        return ROUNDS / (perf_counter() - began)
