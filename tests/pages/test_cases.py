"""Messages and barrier reports: from the form to the answer, and out of the portal again."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import ReadLog
from kme_portal.base.registries import personal_data, retentions, waiting_tasks
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import Rendered, show
from kme_portal.pages.models import Case, CaseKind, CaseOutcome, CaseReply, CaseStatus
from kme_portal.pages.services import cases
from tests.factories import make_case, make_staff

pytestmark = pytest.mark.django_db

WRITTEN = {
    "topic": "entry",
    "message": "Die Telefonnummer stimmt nicht.",
    "name": "Vorsitz",
    "email": "vorstand@verein.example",
}
REPORTED = {"page": "/kontakt/", "message": "Das Menü öffnet sich nicht mit der Tastatur."}


def as_sent(**about) -> list[Rendered]:
    return [show(message) for message in Message.objects.filter(**about).order_by("pk")]


def letters():
    return sorted(Message.objects.values_list("kind", "email"))


def test_a_message_becomes_a_case_a_letter_to_the_office_and_a_confirmation(client):
    response = client.post("/kontakt/", WRITTEN, follow=True)

    assert "angekommen" in response.content.decode()
    case = Case.objects.get()
    assert case.kind == CaseKind.CONTACT
    assert case.due_on == timezone.localdate() + timedelta(days=14)
    assert case.answer_by == timezone.localdate() + timedelta(days=42)
    assert letters() == [
        ("pages.case_arrived", settings.OFFICE_EMAIL),
        ("pages.case_received", "vorstand@verein.example"),
    ]


def test_no_mail_repeats_what_a_stranger_typed(client):
    client.post("/kontakt/", WRITTEN)
    client.post("/barriere-melden/", REPORTED | {"email": "opfer@verein.example"})

    mails = as_sent()
    assert len(mails) == 4
    for mail in mails:
        told = mail.subject + mail.html + mail.text
        assert "Telefonnummer" not in told
        assert "Tastatur" not in told
        assert "Vorsitz" not in told


def test_a_barrier_is_reported_without_saying_who_one_is(client):
    client.post("/barriere-melden/", REPORTED)

    case = Case.objects.get()
    assert (case.kind, case.page, case.email) == (CaseKind.BARRIER, "/kontakt/", "")
    assert letters() == [("pages.case_arrived", settings.OFFICE_EMAIL)]


@pytest.mark.parametrize("address", ["/kontakt/", "/barriere-melden/"])
def test_a_form_without_what_it_needs_comes_back_with_what_was_typed(client, address):
    response = client.post(address, {"name": "Vorsitz"})

    assert response.status_code == 422
    assert "Vorsitz" in response.content.decode()
    assert "error-summary" in response.content.decode()
    assert not Case.objects.exists()


def test_a_machine_gets_the_same_answer_and_leaves_nothing(client):
    person = client.post("/kontakt/", WRITTEN | {"message": "Echt"})
    machine = client.post("/kontakt/", WRITTEN | {"website": "https://spam.example"})

    assert (person.status_code, person.url) == (machine.status_code, machine.url)
    assert Case.objects.count() == 1


def test_nobodys_mailbox_is_flooded_and_no_message_is_lost(client):
    for _number in range(7):
        client.post("/kontakt/", WRITTEN)

    assert Case.objects.count() == 7
    assert Message.objects.filter(kind="pages.case_received").count() == 4


def test_one_network_cannot_fill_the_office(client):
    for _number in range(30):
        client.post("/barriere-melden/", REPORTED)

    assert client.post("/barriere-melden/", REPORTED).status_code == 429
    assert Case.objects.count() == 30


def test_the_report_knows_the_page_one_came_from(client):
    text = client.get("/ar/veranstaltungen/").content.decode()
    assert 'href="/ar/barriere-melden/?seite=/ar/veranstaltungen/"' in text

    form = client.get("/barriere-melden/?seite=/ar/veranstaltungen/").content.decode()
    assert 'value="/ar/veranstaltungen/"' in form


@pytest.mark.parametrize(
    "typed",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/%2F/elsewhere.example/",
        "/\\elsewhere.example",
        "/gibt-es-nicht/",
        "javascript:alert(1)",
        "/einladung/geheimes-zeichen/",
        "/" + "a" * 400,
    ],
)
def test_only_a_page_of_ours_is_taken_over(client, typed):
    form = client.get("/barriere-melden/", {"seite": typed}).content.decode()

    assert typed not in form
    client.post("/barriere-melden/", REPORTED | {"page": typed[:300]})
    assert not Case.objects.exclude(page__in=["", "javascript:alert(1)"]).exists()


def test_a_page_behind_a_secret_link_is_not_named_in_the_footer(client):
    text = client.get("/einladung/geheimes-zeichen/").content.decode()

    assert "seite=" not in text
    assert 'href="/barriere-melden/"' in text


def test_a_page_may_be_named_in_words(client):
    client.post("/barriere-melden/", REPORTED | {"page": "die Startseite"})

    assert Case.objects.get().page == "die Startseite"


def test_what_waits_is_told_and_what_is_overdue_to_everyone():
    mine, other = make_staff("Koordination"), make_staff("Koordination")
    fresh = make_case()
    taken = make_case(status=CaseStatus.IN_PROGRESS, assigned_to=other)
    late = make_case(due_on=timezone.localdate() - timedelta(days=1), assigned_to=other)
    make_case(status=CaseStatus.CLOSED, closed_at=timezone.now(), outcome=CaseOutcome.SOLVED)

    assert list(waiting_tasks["pages.cases"].rows(mine)) == [fresh]
    assert list(waiting_tasks["pages.overdue_cases"].rows(mine)) == [late]
    assert set(waiting_tasks["pages.cases"].rows(other)) == {fresh, taken}
    for group in ("Redaktion", "Förderung", "Leitung", "Datenschutz"):
        stranger = make_staff(group)
        assert not waiting_tasks["pages.cases"].rows(stranger)
        assert not waiting_tasks["pages.overdue_cases"].rows(stranger)


def test_an_interim_reply_moves_the_day_to_six_weeks_and_names_the_ombuds_body():
    case = make_case(kind=CaseKind.BARRIER, topic="")
    by = make_staff()

    cases.send_interim_reply(case_id=case.pk, text="Wir brauchen noch.", by=by, now=timezone.now())

    case.refresh_from_db()
    assert case.status == CaseStatus.IN_PROGRESS
    assert case.due_on == case.answer_by
    assert case.assigned_to == by
    (mail,) = as_sent(kind="pages.case_reply")
    assert "Wir brauchen noch." in mail.text
    assert "ombudsstelle-barrierefreie-it@mags.nrw.de" in mail.text
    assert "arriere" not in mail.subject


def test_an_answer_closes_and_speaks_the_readers_language():
    case = make_case(language="tr")

    cases.answer_case(
        case_id=case.pk,
        text="Düzelttik.",
        outcome=CaseOutcome.SOLVED,
        by=make_staff(),
        now=timezone.now(),
    )

    case.refresh_from_db()
    assert (case.status, case.outcome) == (CaseStatus.CLOSED, CaseOutcome.SOLVED)
    (mail,) = as_sent(kind="pages.case_reply")
    assert "Düzelttik." in mail.text
    assert mail.subject.startswith("Mesajınız")


def test_a_closed_case_is_not_answered_twice():
    case = make_case()
    given = {
        "case_id": case.pk,
        "text": "Ja.",
        "outcome": CaseOutcome.SOLVED,
        "by": make_staff(),
        "now": timezone.now(),
    }
    cases.answer_case(**given)

    with pytest.raises(IllegalTransition):
        cases.answer_case(**given)

    assert CaseReply.objects.count() == 1
    assert Message.objects.filter(kind="pages.case_reply").count() == 1


def test_nothing_is_sent_to_somebody_without_an_address():
    case = make_case(email="")

    with pytest.raises(cases.NoAddress):
        cases.send_interim_reply(case_id=case.pk, text="?", by=make_staff(), now=timezone.now())

    case.refresh_from_db()
    assert case.status == CaseStatus.NEW


def test_opened_again_a_reply_is_due_within_two_weeks():
    now = timezone.now()
    case = make_case()
    cases.close_case(case_id=case.pk, outcome=CaseOutcome.EXPLAINED, now=now)

    cases.reopen_case(case_id=case.pk, by=make_staff(), now=now + timedelta(days=60))

    case.refresh_from_db()
    assert case.closed_at is None
    assert case.due_on == timezone.localdate(now) + timedelta(days=74)
    assert case.answer_by >= case.due_on


@pytest.mark.parametrize(
    "given",
    [
        {"status": CaseStatus.CLOSED},
        {"outcome": CaseOutcome.SOLVED},
        {"emptied_at": timezone.now()},
        {"due_on": timezone.localdate() + timedelta(days=90)},
    ],
)
def test_the_database_refuses_what_cannot_be(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_case(**given)


def closed(days: int, **given) -> Case:
    return make_case(
        status=CaseStatus.CLOSED,
        closed_at=timezone.now() - timedelta(days=days),
        outcome=CaseOutcome.SOLVED,
        **given,
    )


def test_what_was_written_goes_after_ninety_days_and_of_a_report_the_barrier_stays():
    kept, message, report = closed(89), closed(91), closed(91, kind=CaseKind.BARRIER)
    CaseReply.objects.create(case=report, kind="answer", text="Behoben.")
    entry = retentions["pages.cases"]
    assert entry.due(timezone.now()).count() == 2

    entry.erase(timezone.now())

    assert set(Case.objects.all()) == {kept, report}
    assert not Case.objects.filter(pk=message.pk).exists()
    report.refresh_from_db()
    assert (report.message, report.name, report.email) == ("", "", "")
    assert report.page == "/kontakt/"
    assert not CaseReply.objects.exists()
    assert entry.due(timezone.now()).count() == 0


def test_three_years_later_the_report_goes_too():
    closed(3 * 365 + 1, kind=CaseKind.BARRIER, message="", name="", email="")
    Case.objects.update(emptied_at=timezone.now() - timedelta(days=900))

    retentions["pages.cases"].erase(timezone.now())

    assert not Case.objects.exists()


def test_a_person_takes_along_and_erases_what_they_wrote():
    make_case(email="Person@Verein.example", message="Mein Anliegen")
    report = make_case(
        kind=CaseKind.BARRIER, topic="", email="person@verein.example", message="Zu klein"
    )
    stranger = make_case(email="andere@verein.example")
    entry = personal_data["pages.cases"]

    exported = entry.export("person@verein.example")
    assert {row["message"] for row in exported} == {"Mein Anliegen", "Zu klein"}
    assert entry.erase("person@verein.example", timezone.now()) == 2

    assert entry.export("person@verein.example") == []
    assert set(Case.objects.all()) == {report, stranger}
    report.refresh_from_db()
    assert report.message == ""
    assert report.status == CaseStatus.NEW


def test_the_history_keeps_no_word_of_what_was_written():
    case = make_case()
    cases.take_case(case_id=case.pk, by=make_staff())

    entry = case.history_entries.first()
    names = {field.name for field in entry._meta.fields}
    assert names.isdisjoint({"message", "name", "email", "assistive_technology"})


def test_the_office_answers_in_the_admin_and_every_look_is_noted(client_as):
    case = make_case()
    office = client_as("Koordination")
    page = reverse("admin:pages_case_change", args=[case.pk])

    assert "Die Telefonnummer" in office.get(page).content.decode()
    assert ReadLog.objects.filter(model="pages.Case", ids=[case.pk]).count() == 1
    office.post(reverse("admin:pages_case_take", args=[case.pk]))
    answer = reverse("admin:pages_case_answer", args=[case.pk])
    assert office.post(answer, {"text": ""}).status_code == 200
    assert not CaseReply.objects.exists()
    office.post(answer, {"text": "Berichtigt.", "outcome": "solved"})

    case.refresh_from_db()
    assert case.status == CaseStatus.CLOSED
    assert CaseReply.objects.get().text == "Berichtigt."


def test_a_step_typed_by_hand_for_an_anonymous_report_is_refused_kindly(client_as):
    case = make_case(email="")
    address = reverse("admin:pages_case_interim", args=[case.pk])

    response = client_as("Koordination").post(address, {"text": "Hallo"}, follow=True)

    assert response.status_code == 200
    assert not CaseReply.objects.exists()


def test_an_overdue_case_stands_out_in_the_list(client_as):
    make_case(due_on=timezone.localdate() - timedelta(days=1))

    text = client_as("Koordination").get(reverse("admin:pages_case_changelist")).content.decode()

    assert "überfällig" in text
    assert "verein.example" not in text
