"""Once a year an association is asked whether its entry is still right."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from kme_portal.base.registries import waiting_tasks
from kme_portal.mailings import due
from kme_portal.mailings.letters import Verdict, letters
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import OrganisationStatus, Visibility
from organisations.occasions.profile_check import CHECK_LINK, FIRST, round_of
from tests.factories import make_organisation, make_staff
from tests.factories.my_association import make_editor
from tests.factories.organisations import make_representative

pytestmark = pytest.mark.django_db
NOON = "2026-03-03T12:00:00+01:00"
LAST_YEAR = date(2025, 3, 2)


def ask(days: int = 0) -> list[str]:
    """Ask all three letters after so many days; the kinds that were noted, by address."""
    known = set(Message.objects.values_list("pk", flat=True))
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        now = timezone.now()
        for kind in (FIRST, f"{FIRST}_reminder", f"{FIRST}_last"):
            due.ask(letters[kind], now=now)
    new = Message.objects.exclude(pk__in=known)
    return sorted(f"{row.kind.removeprefix(FIRST)}>{row.email}" for row in new)


def make_old(**given):
    return make_organisation(**{"last_confirmed_on": LAST_YEAR} | given)


def link(person, organisation) -> str:
    token = make_token(CHECK_LINK, person.public_id, round_of(organisation))
    return reverse("my_association:profile_check", args=[token])


@time_machine.travel(NOON)
def test_who_may_edit_is_asked_once_and_reminded_twice():
    organisation = make_old()
    make_editor(organisation=organisation, email="vorstand@verein.example")
    make_representative(organisation=organisation, email="projekt@verein.example")

    assert ask() == [">vorstand@verein.example"]
    assert ask() == []
    assert ask(days=20) == []
    assert ask(days=22) == ["_reminder>vorstand@verein.example"]
    assert ask(days=43) == ["_last>vorstand@verein.example"]
    assert ask(days=90) == []


@time_machine.travel(NOON)
def test_a_beat_that_was_off_for_a_year_does_not_send_all_three_at_once():
    organisation = make_old(last_confirmed_on=date(2023, 1, 1))
    make_editor(organisation=organisation, email="vorstand@verein.example")

    assert ask() == [">vorstand@verein.example"]


@time_machine.travel(NOON)
def test_where_nobody_may_edit_everybody_is_asked():
    organisation = make_old()
    make_representative(organisation=organisation, email="eins@verein.example")
    make_representative(organisation=organisation, email="zwei@verein.example")

    assert ask() == [">eins@verein.example", ">zwei@verein.example"]


@pytest.mark.parametrize(
    "given",
    [
        {"last_confirmed_on": date(2025, 6, 1)},
        {"status": OrganisationStatus.DORMANT},
        {"kind": "authority"},
        {"is_demo": True},
        # Entered today, never confirmed.
        {"last_confirmed_on": None},
    ],
)
@time_machine.travel(NOON)
def test_nobody_is_asked_without_need(given):
    make_representative(organisation=make_old(**given))

    assert ask() == []


@time_machine.travel(NOON)
def test_nobody_is_asked_who_may_not_be_written_to():
    make_representative(organisation=make_old(), needs_notice=True)
    make_representative(organisation=make_old(), may_be_invited=False)

    assert ask() == []


@time_machine.travel(NOON)
def test_a_question_that_was_answered_meanwhile_does_not_leave():
    organisation = make_old()
    make_editor(organisation=organisation)
    ask()
    message = Message.objects.get()
    letter = letters[FIRST]
    assert letter.is_current(organisation, message, timezone.now()) == Verdict.YES

    organisation.last_confirmed_on = timezone.localdate()

    assert letter.is_current(organisation, message, timezone.now()) == Verdict.NO


@time_machine.travel(NOON)
def test_the_letter_leads_to_a_page_with_one_button(client):
    organisation = make_old(
        phone="0212 1", phone_visibility=Visibility.OFFICE, name="Beispielverein"
    )
    person = make_editor(organisation=organisation)
    ask()
    message = Message.objects.get()
    letter = render(letters[FIRST], organisation, message)
    url = link(person, organisation)
    assert url in letter.text.replace("\n", "")
    assert "Beispielverein" not in letter.subject

    page = client.get(url).content.decode()
    assert "Beispielverein" in page
    assert "0212 1" not in page
    organisation.refresh_from_db()
    assert organisation.last_confirmed_on == LAST_YEAR

    client.post(url)
    client.post(url)

    organisation.refresh_from_db()
    assert organisation.last_confirmed_on == timezone.localdate()
    assert "bestätigt" in client.get(url).content.decode()


def test_a_link_of_somebody_whose_role_has_ended_is_not_found(client):
    organisation = make_old()
    person = make_editor(organisation=organisation, to_on=timezone.localdate() - timedelta(days=1))

    assert client.get(link(person, organisation)).status_code == 404
    assert client.post(link(person, organisation)).status_code == 404


@time_machine.travel(NOON)
def test_the_office_telephones_where_nobody_answers_or_can_be_written_to():
    silent, unreachable = make_old(name="Stumm"), make_old(name="Ohne Adresse")
    make_editor(organisation=silent)
    make_editor(organisation=make_organisation(last_confirmed_on=timezone.localdate()))
    ask()
    task, office = waiting_tasks["organisations.profiles_unanswered"], make_staff()
    assert list(task.rows(office)) == [unreachable]

    with time_machine.travel(timezone.now() + timedelta(days=64)):
        assert set(task.rows(office)) == {silent, unreachable}
