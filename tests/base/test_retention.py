"""What is forgotten in time, the alarm when it is not, and tables that take no change."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.base import health, retention
from kme_portal.base.history import tables
from kme_portal.base.models import Heartbeat, HistoryErasure
from kme_portal.base.registries import retentions
from kme_portal.base.tasks import erase_what_is_past_its_time
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from organisations.models import Organisation
from tests.factories import make_organisation, make_staff, make_user
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db


def fail(name: str, monkeypatch):
    def broken(now):
        raise RuntimeError

    monkeypatch.setitem(retentions._entries, name, replace(retentions[name], erase=broken))


def test_every_kind_can_be_counted_and_erased():
    counted = retention.report(now=timezone.now())
    erased = retention.erase_due(now=timezone.now())

    assert set(counted) == set(erased) == {name for name, _entry in retentions.items()}


def test_a_dry_run_names_every_kind_and_removes_nothing():
    make_organisation()
    out = StringIO()

    with time_machine.travel(timezone.now() + timedelta(days=3000)):
        call_command("retention", stdout=out)

    assert all(name in out.getvalue() for name, _entry in retentions.items())
    assert tables()[0]._default_manager.model is not None
    assert Organisation.history_entries.rel.related_model.objects.exists()


def test_history_goes_after_two_years_and_that_is_recorded():
    organisation = make_organisation()
    entries = organisation.history_entries

    with time_machine.travel(timezone.now() + timedelta(days=729)):
        retentions["base.history"].erase(timezone.now())
        assert entries.exists()
    with time_machine.travel(timezone.now() + timedelta(days=731)):
        retentions["base.history"].erase(timezone.now())

    assert not entries.exists()
    assert HistoryErasure.objects.filter(
        model="organisations.Organisation", reason="keeping time"
    ).exists()


@pytest.mark.parametrize("table", tables(), ids=lambda table: table._meta.label)
def test_no_history_can_be_changed_or_deleted(table):
    """Triggers in the database refuse it to everybody; an empty table has them too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'O'",
            [table._meta.db_table],
        )
        names = {name for (name,) in cursor.fetchall()}

    assert any("append_only" in name for name in names)


def test_who_tries_to_change_history_is_refused():
    organisation = make_organisation()
    table = organisation.history_entries.model

    with pytest.raises(DatabaseError), transaction.atomic():
        table.objects.update(name="Anders")
    with pytest.raises(DatabaseError), transaction.atomic():
        table.objects.all().delete()
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table._meta.db_table}")  # noqa: S608


def test_the_device_of_an_ended_session_is_forgotten(client):
    user = make_user()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert UserSession.objects.count() == 1

    client.session.flush()
    retentions["accounts.devices"].erase(timezone.now())

    assert not UserSession.objects.exists()


def test_an_expired_row_of_the_cache_goes():
    cache.clear()
    cache.set("kurz", "1", 60)

    assert retentions["base.cache"].erase(timezone.now()) == 0
    assert retentions["base.cache"].erase(timezone.now() + timedelta(minutes=2)) == 1


def test_a_kind_that_fails_keeps_no_other_and_is_an_alarm_after_26_hours(monkeypatch, client_as):
    officer = make_staff("Datenschutz", email="datenschutz@portal.example")
    fail("accounts.data_links", monkeypatch)
    erase_what_is_past_its_time()
    assert not retention.silent(timezone.now()).exists()

    with time_machine.travel(timezone.now() + timedelta(hours=27)):
        erase_what_is_past_its_time()
        now = timezone.now()
        late = list(retention.silent(now).values_list("name", flat=True))
        ask_all(now=now)
        ask_all(now=now)
        desk = client_as(officer).get(reverse("admin:index")).content.decode()

    assert late == ["erase:accounts.data_links"]
    assert health.erasure(now) == "a kind of erasure fails"
    assert [m.email for m in Message.objects.filter(kind="accounts.retention_alarm")] == [
        officer.email
    ]
    assert reverse("admin:accounts_datarequest_retention") in desk


def test_there_is_no_alarm_when_everything_ran():
    erase_what_is_past_its_time()

    ask_all(now=timezone.now())

    assert Heartbeat.objects.filter(name="erasure").exists()
    assert not Message.objects.filter(kind="accounts.retention_alarm").exists()


def test_a_late_run_catches_up_and_ends_the_alarm():
    erase_what_is_past_its_time()
    with time_machine.travel(timezone.now() + timedelta(hours=40)):
        assert retention.silent(timezone.now()).exists()
        erase_what_is_past_its_time()
        assert not retention.silent(timezone.now()).exists()
