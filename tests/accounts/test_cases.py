"""Requests and incidents: due dates, what the law refuses, who may see them, and their end."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import cases
from kme_portal.accounts.desk import tasks_of
from kme_portal.accounts.models import CaseNote, DataRequest, Incident, ReadLog, User
from kme_portal.accounts.models.cases import due_one_month_after
from kme_portal.base.history import history_model
from kme_portal.base.registries import retentions
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from tests.factories import make_representative, make_staff, make_user
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
ADDRESS = "person@verein.example"


def receive(**given) -> DataRequest:
    usual = {
        "kind": "access",
        "email": ADDRESS,
        "language": "de",
        "channel": "letter",
        "now": timezone.now(),
    }
    return cases.receive_request(**usual | given)


def make_incident(**given) -> Incident:
    return Incident.objects.create(**{"title": "Liste an falsche Adresse"} | given)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(received, due):
    assert due_one_month_after(received) == due


def test_two_further_months():
    assert due_one_month_after(date(2026, 11, 30), further_months=2) == date(2027, 2, 28)


def test_the_person_is_told_until_when_an_answer_comes():
    request = receive()
    deliver_all()

    assert mail.outbox[0].to == [ADDRESS]
    assert request.due_on.strftime("%Y") in mail.outbox[0].body


def test_the_same_wish_twice_is_one_case_with_all_words():
    receive(text="Erste Nachricht")

    again = receive(text="Zweite Nachricht")

    assert DataRequest.objects.count() == 1
    assert "Erste" in again.text
    assert "Zweite" in again.text


def test_an_extension_is_told_with_its_reason():
    request = receive()

    request = cases.extend(request_id=request.pk, reason="Viele Akten")
    deliver_all()

    assert request.due_on == due_one_month_after(request.received_on, further_months=2)
    assert "Viele Akten" in mail.outbox[-1].body


def test_an_extension_without_reason_is_refused():
    with pytest.raises(cases.CaseRefused):
        cases.extend(request_id=receive().pk, reason=" ")


def test_a_second_extension_is_refused():
    request = receive()
    cases.extend(request_id=request.pk, reason="Viele Akten")

    with pytest.raises(cases.CaseRefused):
        cases.extend(request_id=request.pk, reason="Noch mehr Akten")


def test_after_the_month_nothing_is_extended():
    request = receive(received_on=timezone.localdate() - timedelta(days=40))

    with pytest.raises(cases.CaseRefused):
        cases.extend(request_id=request.pk, reason="Viele Akten")


def test_a_refusal_says_why_and_how_to_object():
    request = receive()

    cases.close(request_id=request.pk, status="refused", answer="Gründe.", now=timezone.now())
    deliver_all()

    assert "Gründe." in mail.outbox[-1].body
    assert "ldi.nrw.de" in mail.outbox[-1].body


def test_nobody_is_refused_in_silence():
    with pytest.raises(cases.CaseRefused):
        cases.close(request_id=receive().pk, status="refused", answer="", now=timezone.now())


def test_a_closed_case_stays_closed():
    request = receive()
    cases.close(request_id=request.pk, status="answered", answer="Hier.", now=timezone.now())

    with pytest.raises(IllegalTransition):
        cases.close(request_id=request.pk, status="refused", answer="Nein.", now=timezone.now())


def test_the_database_refuses_a_closed_case_without_date():
    with pytest.raises(DatabaseError), transaction.atomic():
        DataRequest.objects.filter(pk=receive().pk).update(status="answered")


def test_an_overdue_case_stands_out():
    receive(received_on=timezone.localdate() - timedelta(days=40))
    receive(kind="erasure")

    titles = {
        task.title: task.count for task in tasks_of(make_staff("Datenschutz"), now=timezone.now())
    }

    assert titles["Überfällige Datenschutzanfragen"] == 1
    assert titles["Zu beantwortende Datenschutzanfragen"] == 1


@pytest.mark.parametrize("group", ["Koordination", "Redaktion", "Förderung", "Leitung"])
def test_cases_are_for_the_group_datenschutz_alone(client_as, group):
    request = receive()

    client = client_as(group)

    assert client.get(change(request)).status_code == 403
    assert client.get(change(make_incident())).status_code == 403
    assert not any(
        "Datenschutz" in task.title for task in tasks_of(make_staff(group), now=timezone.now())
    )


def change(row) -> str:
    return reverse(f"admin:accounts_{row._meta.model_name}_change", args=[row.pk])


def form_of(client, row) -> dict:
    """What the page of the case sends when nothing is changed."""
    page = client.get(change(row)).context
    fields = page["adminform"].form
    data = {name: fields[name].value() for name in fields.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    for formset in page["inline_admin_formsets"]:
        management = formset.formset.management_form
        data |= {management.add_prefix(n): management[n].value() for n in management.fields}
    for name in ("noticed_at", "happened_at", "authority_told_at", "people_told_at"):
        if name in data:
            moment = data.pop(name)
            local = timezone.localtime(moment) if moment else None
            data[f"{name}_0"] = local.strftime("%d.%m.%Y") if local else ""
            data[f"{name}_1"] = local.strftime("%H:%M:%S") if local else ""
    for name in ("received_on",):
        if name in data:
            data[name] = data[name].strftime("%d.%m.%Y")
    return data


def test_each_look_at_a_case_is_in_the_read_log(client_as):
    request = receive()

    client_as("Datenschutz").get(change(request))

    assert ReadLog.objects.get().ids == [request.pk]


def test_a_case_is_taken_up_noted_and_answered_in_the_admin(client_as):
    officer = make_staff("Datenschutz", email="datenschutz@portal.example")
    client = client_as(officer)
    request = receive()

    client.post(
        change(request),
        form_of(client, request) | {"step": "take_up", "notes-0-text": "Rückruf vereinbart."},
    )
    client.post(
        change(request), form_of(client, request) | {"step": "answer", "answer": "Das ist alles."}
    )

    request.refresh_from_db()
    assert (request.status, request.responsible, request.answer) == (
        "answered",
        officer,
        "Das ist alles.",
    )
    assert CaseNote.objects.get().written_by == officer
    assert Message.objects.filter(kind="accounts.request_answered").count() == 1


def test_a_refused_step_is_said_and_not_done(client_as):
    client = client_as("Datenschutz")
    request = receive()

    page = client.post(
        change(request), form_of(client, request) | {"step": "refuse"}, follow=True
    ).content.decode()

    request.refresh_from_db()
    assert request.status == "open"
    assert "Schreiben Sie, was der Person mitgeteilt wird." in page


def test_the_office_carries_an_erasure_out(client_as):
    make_representative(email=ADDRESS)
    user = make_user(email=ADDRESS)
    client = client_as("Datenschutz")
    request = receive(kind="erasure", text="Bitte löschen, Person aus Musterstadt")

    client.post(change(request), form_of(client, request) | {"step": "erase"})

    request.refresh_from_db()
    assert (request.status, request.email, request.text) == ("answered", "", "")
    assert not User.objects.filter(email=ADDRESS).exists()
    assert user.pk


def test_a_request_for_access_erases_nobody(client_as):
    make_representative(email=ADDRESS)
    client = client_as("Datenschutz")
    request = receive()

    client.post(change(request), form_of(client, request) | {"step": "erase"})

    request.refresh_from_db()
    assert request.status == "open"
    assert request.email == ADDRESS


def test_a_request_by_telephone_is_entered_with_its_due_date(client_as):
    client_as("Datenschutz").post(
        reverse("admin:accounts_datarequest_add"),
        {
            "kind": "objection",
            "received_on": "05.11.2026",
            "email": "Person@Verein.example",
            "name": "",
            "language": "tr",
            "channel": "telephone",
            "text": "",
        },
    )

    request = DataRequest.objects.get()
    assert (request.email, request.due_on) == (ADDRESS, date(2026, 12, 5))
    assert Message.objects.get().kind == "accounts.request_received"


def test_the_clock_of_72_hours_is_a_task_until_the_authority_knows():
    incident = make_incident()
    officer = make_staff("Datenschutz")
    assert incident.report_until - incident.noticed_at == timedelta(hours=72)
    assert len(tasks_of(officer, now=timezone.now())) == 1

    Incident.objects.update(authority_told_at=timezone.now(), risk="risk")

    assert tasks_of(officer, now=timezone.now()) == []


def test_a_high_risk_asks_to_tell_the_people():
    make_incident(risk="high", authority_told_at=timezone.now())

    assert [task.count for task in tasks_of(make_staff("Datenschutz"), now=timezone.now())] == [1]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"risk": "risk"},
        {"risk": "none"},
        {"risk": "high", "authority_told_at": timezone.now()},
    ],
)
def test_an_incident_with_open_duties_is_not_closed(given):
    incident = make_incident(**given)

    with pytest.raises(cases.CaseRefused):
        cases.close_incident(incident_id=incident.pk, now=timezone.now())

    incident.refresh_from_db()
    assert incident.status == "open"


def test_an_incident_without_risk_is_closed_with_its_reason(client_as):
    incident = make_incident(risk="none", delay_reason="Die Liste war verschlüsselt.")
    client = client_as("Datenschutz")

    client.post(change(incident), form_of(client, incident) | {"step": "close"})

    incident.refresh_from_db()
    assert (incident.status, incident.closed_at is not None) == ("closed", True)


def test_closed_cases_go_after_three_years_with_notes_and_history():
    request = receive()
    CaseNote.objects.create(request=request, text="Rückruf")
    cases.close(request_id=request.pk, status="answered", answer="Hier.", now=timezone.now())

    with time_machine.travel(timezone.now() + timedelta(days=3 * 365 + 1)):
        assert retentions["accounts.data_requests"].erase(timezone.now()) == 1

    assert not DataRequest.objects.exists()
    assert not CaseNote.objects.exists()
    assert not history_model(DataRequest).objects.exists()


def test_an_open_case_never_goes_by_itself():
    receive()

    with time_machine.travel(timezone.now() + timedelta(days=4000)):
        assert retentions["accounts.data_requests"].erase(timezone.now()) == 0


def test_history_shows_steps_and_no_words_of_the_person():
    receive(text="Mein Anliegen")

    entry = history_model(DataRequest).objects.get()

    assert entry.status == "open"
    assert not hasattr(entry, "text")
    assert not hasattr(entry, "email")
