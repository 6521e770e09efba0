"""Two web nodes, two workers and two beats on one database: each is ended, and who notices?

Not a speed: `ours` counts what visitors or recipients noticed, `plain` how many there were.
"""

import asyncio
import logging
import tempfile
import time
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from benchmarks.rows import Row
from benchmarks.rush import bare_pool
from events.models import Guest, Party, Seat
from kme_portal.mailings.models import Message
from tests.doors import sign_in
from tests.factories import make_user
from tests.mail import MailServer
from tests.mailings.processes import Broker, Worker, note_mails, outbox_is_empty, wait_until
from tests.nodes import FORM, Balancer, Node, in_a_loop, rolling_restart, visit

FORMS = 300
MAILS = 150


def run() -> list[Row]:
    # The mail server of the tests tells every line of SMTP.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    nodes = [Node(DJANGO_SETTINGS_MODULE="benchmarks.settings", DEMO="0").launch() for _ in "12"]
    try:
        for node in nodes:
            node.wait()
        return [*web(nodes), *session(nodes), *mail()]
    finally:
        for node in nodes:
            node.kill()


def web(nodes: list[Node]) -> list[Row]:
    """A rolling restart, then a node that loses power; forms must count exactly once."""
    pool = bare_pool(FORMS)
    pages = [("/", None), ("/veranstaltungen/", None)] * 3
    requests = [step for form in confirmations(pool) for step in (form, *pages)]
    balancer = Balancer(nodes)
    in_a_loop(visit(balancer, requests, rolling_restart(nodes)))
    total = sum(balancer.answers.values())
    errors = balancer.failed + sum(n for status, n in balancer.answers.items() if status != 200)
    seats = Seat.objects.filter(pool=pool).count()

    struck = Balancer(nodes)
    in_a_loop(visit(struck, [("/", None)] * 200, lose_power(nodes[0])))
    nodes[0].launch().wait()
    return [
        counted("failed in a rolling restart", errors, total, f"0; repeated: {balancer.repeated}"),
        counted("forms lost or doubled in it", abs(FORMS - seats), FORMS, "0"),
        counted(
            "failed when a node was killed",
            struck.failed,
            sum(struck.answers.values()),
            f"0; repeated: {struck.repeated}",
        ),
    ]


async def lose_power(node: Node) -> None:
    await asyncio.sleep(0.5)
    await asyncio.to_thread(node.kill)
    await asyncio.sleep(0.5)


def confirmations(pool) -> list[tuple[str, bytes]]:
    addresses = [f"gast{number}-{pool.pk}@verein.example" for number in range(FORMS)]
    crowd = Party.objects.bulk_create(
        Party(event=pool.event, pool=pool, email=address, email_key=address)
        for address in addresses
    )
    Guest.objects.bulk_create(Guest(party=party, name="Gast") for party in crowd)
    return [(reverse("events:registration_confirm", args=[p.token()]), FORM) for p in crowd]


def session(nodes: list[Node]) -> list[Row]:
    """Signed in on one node is signed in on the other, and so is signed out."""
    from django.test import Client

    client = sign_in(Client(), make_user())
    name = settings.SESSION_COOKIE_NAME
    cookie = f"{name}={client.cookies[name].value}"

    def statuses() -> list[int]:
        balancers = [Balancer([node]) for node in nodes]
        for balancer in balancers:
            in_a_loop(balancer.ask("/konto/", cookie=cookie))
        return [next(iter(balancer.answers)) for balancer in balancers]

    signed_in = statuses()
    client.logout()
    wrong = sum(status != 200 for status in signed_in) + sum(n != 302 for n in statuses())
    return [counted("nodes that know a session differently", wrong, 4, "0")]


def mail() -> list[Row]:
    """Each worker brings a beat; one of the two is killed, with all its processes."""
    server = MailServer().start()
    with tempfile.TemporaryDirectory() as folder:
        broker = Broker(Path(folder)).start()
        Message.objects.all().delete()
        addresses = note_mails(MAILS)
        workers = [Worker(Path(folder), broker, server) for _ in "12"]
        try:
            for worker in workers:
                worker.start()
            wait_until(lambda: len(server.taken) >= MAILS // 3)
            workers[0].kill()
            killed_at = time.monotonic()
            wait_until(outbox_is_empty, seconds=90)
            seconds = time.monotonic() - killed_at
        finally:
            for worker in workers:
                worker.kill()
            broker.kill()
            server.stop()
    came = Counter(server.recipients)
    doubled = sum(came.values()) - len(came)
    return [
        counted("mails lost with a killed worker", len(set(addresses) - set(came)), MAILS, "0"),
        counted("mails doubled", doubled, MAILS, f"≤ 2; the rest after {seconds:.0f} s"),
    ]


def counted(name: str, noticed: int, total: int, aim: str) -> Row:
    return Row(name, noticed, total, noticed / total, unit="of", aim=aim)
