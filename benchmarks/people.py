"""What a person asks for: all that is held about them; and the two pages of an association."""

from datetime import timedelta
from time import perf_counter

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from benchmarks import pages
from benchmarks import settings as benchmark_settings
from benchmarks.rows import Row
from events.models import Event, Pool
from events.services.places import GuestEntry, register_party
from kme_portal.accounts.models import User
from kme_portal.accounts.mydata.collecting import as_data, sections_about
from kme_portal.mailings.addresses import digest, new_message_id
from kme_portal.mailings.models import Message
from organisations.models import Organisation, OrganisationStatus, Representative

EMAIL = "viel-dabei@verein.example"
# More than the busiest person of the network gathers before retention takes it away.
REGISTRATIONS, MAILS, ROLES = 200, 1_000, 20
MOST_SECONDS = 10
MOST_ON_PROFILE, MOST_ON_DESK = 8, 12


@override_settings(STORAGES=benchmark_settings.STORAGES)
def run() -> list[Row]:
    organisation, user = fill()
    began = perf_counter()
    as_data(EMAIL, now=timezone.now())
    for section in sections_about(EMAIL):
        list(section.readable)
    seconds = perf_counter() - began
    visitor = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    member = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    member.force_login(user)
    desk = reverse("my_association:desk", args=[organisation.pk])
    return [
        Row(
            name=f"all about a person with {MAILS:,} mails",
            ours=seconds,
            plain=MOST_SECONDS,
            ratio=seconds / MOST_SECONDS,
            unit="s, beside the most",
            aim=f"≤ {MOST_SECONDS} s",
        ),
        queries_of(
            "profile of an association", visitor, organisation.get_absolute_url(), MOST_ON_PROFILE
        ),
        queries_of("desk of an association", member, desk, MOST_ON_DESK),
    ]


def queries_of(name: str, client: Client, path: str, most: int) -> Row:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code}")
    asked = len(captured)
    return Row(name=name, ours=asked, plain=most, ratio=asked / most, unit="SQL", aim=f"≤ {most}")


def fill() -> tuple[Organisation, User]:
    """A person with many roles, registrations and mails."""
    pages.fill()
    now = timezone.now()
    user = User.objects.create_user(EMAIL)
    organisations = Organisation.objects.bulk_create(
        Organisation(
            name=f"Verein {number}",
            slug=f"viel-dabei-{number}",
            status=OrganisationStatus.ACTIVE,
            is_listed=True,
        )
        for number in range(ROLES)
    )
    Representative.objects.bulk_create(
        Representative(
            organisation=organisation, name="Vorsitz", email=EMAIL, user=user, may_edit=True
        )
        for organisation in organisations
    )
    Message.objects.bulk_create(
        Message(
            kind="events.registration_seated",
            lane=0,
            key=f"messung:{number}",
            email=EMAIL,
            address_digest=digest(EMAIL),
            language="de",
            message_id=new_message_id(),
            created_at=now - timedelta(days=1),
        )
        for number in range(MAILS)
    )
    with_seats = Pool.objects.filter(session=None).values("event")
    for event in Event.objects.filter(pk__in=with_seats).order_by("pk")[:REGISTRATIONS]:
        register_party(
            event_id=event.pk,
            email=EMAIL,
            language="de",
            guests=[GuestEntry(name="Vorsitz")],
            pool_kind="on_site",
            confirmed=True,
            now=now,
        )
    return organisations[0], user
