from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kme_portal.accounts.models import User
from kme_portal.base.compiled import ANY_KEY, ANY_MOMENT, ANY_TEXT, Compiled
from kme_portal.base.models import Heartbeat
from tests.factories import make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def by_name():
    for name, hours in (("worker", 1), ("it's a %s \\ beat", 2)):
        Heartbeat.objects.create(name=name, beat_at=NOW - timedelta(hours=hours))
    rows = Heartbeat.objects.filter(name=ANY_TEXT, beat_at__lt=ANY_MOMENT).values("name")
    return Compiled(rows, ANY_TEXT, ANY_MOMENT)


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return [name for (name,) in cursor.fetchall()]


def test_each_run_has_its_own_values(by_name):
    assert by_name.rows("worker", NOW) == [{"name": "worker"}]
    assert by_name.rows("it's a %s \\ beat", NOW) == [{"name": "it's a %s \\ beat"}]
    assert by_name.rows("worker", NOW - timedelta(hours=3)) == []
    assert by_name.rows("' OR 1=1 --", NOW) == []


def test_what_always_stands_in_the_query_stays_in_it():
    Heartbeat.objects.create(name="100 %, 'quoted'", beat_at=NOW)
    rows = Heartbeat.objects.filter(name__endswith="%, 'quoted'", beat_at=ANY_MOMENT).values("name")

    assert Compiled(rows, ANY_MOMENT).rows(NOW) == [{"name": "100 %, 'quoted'"}]


def test_a_key_is_found_by_its_number():
    user = make_user()
    by_key = Compiled(User.objects.filter(pk__in=[ANY_KEY]).values("id"), ANY_KEY)

    assert by_key.rows(user.pk) == [{"id": user.pk}]
    assert by_key.rows(user.pk + 1) == []


def test_a_session_plans_a_query_once(by_name):
    by_name.rows("worker", NOW)
    with CaptureQueriesContext(connection) as captured:
        by_name.rows("worker", NOW)

    assert len(captured) == 1
    assert prepared().count(by_name.name) == 1


def test_nothing_is_prepared_where_sessions_are_shared(by_name, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    others = prepared()
    rows = Heartbeat.objects.filter(name=ANY_TEXT).order_by("-beat_at").values("name")

    assert Compiled(rows, ANY_TEXT).rows("worker") == [{"name": "worker"}]
    assert prepared() == others


@pytest.mark.django_db(transaction=True)
def test_a_new_session_plans_again(by_name):
    by_name.rows("worker", NOW)
    connection.close()

    assert by_name.rows("worker", NOW) == [{"name": "worker"}]


@pytest.mark.django_db(transaction=True)
def test_a_column_that_a_migration_widens_meanwhile_is_read_all_the_same(by_name):
    by_name.rows("worker", NOW)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE base_heartbeat ALTER name TYPE varchar(77)")
    try:
        assert by_name.rows("worker", NOW) == [{"name": "worker"}]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE base_heartbeat ALTER name TYPE varchar(40)")
