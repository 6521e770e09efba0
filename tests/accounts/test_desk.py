"""The office's desk, its search and its figures."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import EventStatus
from kme_portal.base.office import figures, office_searches
from kme_portal.base.registries import waiting_tasks
from kme_portal.mailings.models import MessageStatus
from tests.access import OFFICE
from tests.factories import (
    make_event,
    make_invitation,
    make_message,
    make_organisation,
    make_representative,
    make_staff,
)
from tests.factories.dialogues import make_topic
from tests.factories.funding import make_call, make_project

pytestmark = pytest.mark.django_db
DESK = "/verwaltung/"
SEARCH = "/verwaltung/suche/"
MOST_QUERIES = 12


def make_work(user) -> None:
    """Something of each kind that a day in the office brings."""
    now = timezone.now()
    for days in (1, 40):
        make_event(
            starts_at=now - timedelta(days=days + 1),
            ends_at=now - timedelta(days=days),
            responsible=user,
        )
        make_event(starts_at=now + timedelta(days=days), status=EventStatus.DRAFT)
        make_message(status=MessageStatus.FAILED, settled_at=now - timedelta(days=days))
    event = make_event(starts_at=now + timedelta(days=2), responsible=user)
    for _number in range(3):
        make_invitation(event=event)
    make_topic(status_since=timezone.localdate(now) - timedelta(days=900))


def test_the_desk_opens_on_what_waits_the_persons_own_first(client_as):
    user = make_staff()
    make_work(user)

    waiting = client_as(user).get(DESK).context["waiting"]

    assert waiting[0].name == "events.not_closed"
    assert waiting[0].mine == 2
    assert [kind.since for kind in waiting[1:]] == sorted(kind.since for kind in waiting[1:])


def test_what_waits_too_long_stands_out(client_as):
    user = make_staff()
    make_work(user)

    page = client_as(user).get(DESK)

    rows = page.context["waiting"][0].rows
    assert [row["is_overdue"] for row in rows] == [True, False]
    assert "office-task--overdue" in page.content.decode()


def test_the_desk_asks_few_queries_however_much_waits(client_as):
    user = make_staff()
    client = client_as(user)
    make_work(user)
    client.get(DESK)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(DESK)

    assert len(queries) <= MOST_QUERIES, [query["sql"][:150] for query in queries]


@pytest.mark.parametrize("name", [name for name, _task in waiting_tasks.items()])
def test_every_kind_of_task_tells_since_when_without_loading_its_rows(name):
    assert waiting_tasks[name].oldest is not None


def test_a_task_of_others_is_neither_counted_nor_listed(client_as):
    make_work(make_staff())

    client = client_as("Redaktion")

    names = {kind.name for kind in client.get(DESK).context["waiting"]}
    assert "mailings.undelivered" not in names
    page = client.get(reverse("admin:tasks", args=["mailings.undelivered"]))
    assert page.context["rows"] == []


def test_all_rows_of_a_kind_stand_on_its_page(client_as):
    user = make_staff()
    make_work(user)

    page = client_as(user).get(reverse("admin:tasks", args=["events.not_closed"]))

    assert len(page.context["rows"]) == 2
    assert client_as(user).get(reverse("admin:tasks", args=["nothing"])).status_code == 404


def test_the_week_says_what_is_missing(client_as):
    user = make_staff()
    soon = timezone.now() + timedelta(days=3)
    make_event(title="Ohne Zuständige", starts_at=soon, responsible=None, status=EventStatus.DRAFT)
    make_event(title="Später", starts_at=soon + timedelta(days=20))

    text = client_as(user).get(DESK).content.decode()

    assert "Ohne Zuständige" in text
    assert "Niemand ist zuständig." in text
    assert "Später" not in text


def test_the_head_of_office_sees_figures_and_no_record(client_as):
    make_work(make_staff())
    make_organisation(name="Verein am Rand e.V.")

    page = client_as("Leitung").get(DESK)

    assert page.context["waiting"] == []
    numbers = dict(dict(page.context["figures"])["Netzwerk"])
    assert numbers["Vereine im Netzwerk"] == 4
    assert "Verein am Rand" not in page.content.decode()


@pytest.mark.parametrize("name", [name for name, _group in figures.items()])
def test_figures_are_numbers_of_an_empty_portal_too(name):
    rows = list(figures[name].rows(timezone.now()))

    assert rows
    assert all(isinstance(number, int) for _label, number in rows)


# The search


@pytest.mark.parametrize(
    "typed",
    ["Frauenverein", "frauenverien", "solingen", "0212 123-45", "+49 212 12345", "info@frauen"],
)
def test_an_association_is_found_by_what_somebody_says_on_the_telephone(typed, client_as):
    make_organisation(
        name="Frauenverein Nord e.V.",
        city="Solingen",
        phone="0212/12345",
        email="info@frauen.example",
    )
    make_organisation(name="Sportbund e.V.", city="Köln", phone="0221 998877")

    found = client_as("Koordination").get(SEARCH, {"q": typed}).context["found"]

    assert [row["label"] for group in found for row in group.rows] == ["Frauenverein Nord e.V."]


def test_a_person_is_found_by_name_and_by_number(client_as):
    make_representative(name="Vorsitz Mitte", phone="0221/55 66 77")
    client = client_as("Koordination")

    for typed in ("vorsitz mitte", "556677"):
        groups = {
            group.title: group.rows for group in client.get(SEARCH, {"q": typed}).context["found"]
        }
        assert [row["label"] for row in groups["Ansprechpersonen"]] == ["Vorsitz Mitte"]


def test_a_mail_is_found_by_its_reference(client_as):
    message = make_message()
    reference = message.message_id.strip("<>")

    found = client_as("Koordination").get(SEARCH, {"q": reference}).context["found"]

    assert [row["url"] for row in found[0].rows] == [
        reverse("admin:mailings_message_change", args=[message.pk])
    ]


def make_one_of_each() -> None:
    make_organisation(name="Brücke e.V.")
    make_representative(name="Brücke")
    make_invitation(event=make_event(title="Brücke"))
    make_topic(title="Brücke")
    make_project(title="Brücke")
    make_call(title="Brücke")
    make_message(email="brücke@verein.example")


@pytest.mark.parametrize("role", OFFICE)
def test_the_search_finds_only_what_the_group_may_open(role, client_as):
    make_one_of_each()
    client = client_as(role)

    found = client.get(SEARCH, {"q": "Brücke"}).context["found"]

    urls = [row["url"] for group in found for row in group.rows]
    assert [client.get(url).status_code for url in urls] == [200] * len(urls)
    if role == "Koordination":
        assert len(found) == len(list(office_searches))
    if role in ("Leitung", "Datenschutz"):
        assert found == []


@pytest.mark.parametrize("typed", ["", "   ", "%", "'; --", "!?", "x" * 500, "\x00"])
def test_the_search_takes_anything(typed, client_as):
    assert client_as("Koordination").get(SEARCH, {"q": typed}).status_code == 200


def test_the_box_stands_in_the_header_of_every_page(client_as):
    page = client_as("Koordination").get("/verwaltung/organisations/organisation/")

    assert f'action="{SEARCH}"' in page.content.decode()
