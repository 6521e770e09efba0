import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kme_portal.base import tallies
from kme_portal.base.reading import PAGES
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PAGE = "/impressum/"


@pytest.fixture(autouse=True)
def an_empty_minute():
    PAGES.begin()
    with time_machine.travel(timezone.now().replace(second=5), tick=False):
        yield
    PAGES.begin()


def read(client, times, address="192.0.2.1", path=PAGE):
    return [client.get(path, REMOTE_ADDR=address) for _page in range(times)]


def test_the_page_after_the_hundred_and_twentieth_is_refused_for_a_minute(client):
    answers = read(client, 141)

    assert answers[119].status_code == 200
    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert b"<h1>" in answers[-1].content
    assert read(client, 1, address="192.0.2.2")[0].status_code == 200


def test_a_household_counts_as_one(client):
    for number in range(141):
        last = client.get(PAGE, REMOTE_ADDR=f"2001:db8:1:2::{number + 1:x}")

    assert last.status_code == 429


def test_reading_at_a_human_pace_costs_no_query(client):
    with CaptureQueriesContext(connection) as uncounted:
        read(client, 10, address="127.0.0.1")

    with CaptureQueriesContext(connection) as counted:
        read(client, 10)

    assert len(counted) == len(uncounted)


def test_several_processes_count_together(client):
    read(client, 80)
    # Another process knows nothing of what this one has seen.
    PAGES.begin()
    answers = read(client, 61)

    assert answers[-1].status_code == 429


def test_the_office_is_not_held_back(client_as):
    client = client_as("Koordination")

    answers = read(client, 141, path=reverse("accounts:overview"))

    assert {answer.status_code for answer in answers} == {200}


def test_somebody_signed_in_counts_alone(client, client_as):
    read(client, 141)
    member = client_as(make_user())

    assert read(member, 1)[0].status_code == 200
    assert read(member, 161)[-1].status_code == 429


def test_health_is_always_told(client):
    read(client, 141)

    assert client.get("/healthz/", REMOTE_ADDR="192.0.2.1").status_code == 200


def test_sending_a_form_is_not_reading(client):
    read(client, 141)

    sent = client.post(
        reverse("account_reset_password"),
        {"email": "person@test.example"},
        REMOTE_ADDR="192.0.2.1",
    )
    assert sent.status_code == 302


def test_reading_goes_on_without_a_shared_counter(client, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(tallies, "count", fail)

    answers = read(client, 141)

    assert answers[119].status_code == 200
    assert answers[-1].status_code == 429


def test_this_machine_may_read_as_it_likes(client):
    assert read(client, 200, address="127.0.0.1")[-1].status_code == 200
