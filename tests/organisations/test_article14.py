"""People whose address came with a list are told so before anybody invites them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from kme_portal.mailings import due
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message, MessageStatus
from kme_portal.mailings.rendering import render
from organisations.models import ContactNote, Representative
from organisations.occasions.article14 import data_url
from organisations.registered.register import erase_person, export_person
from organisations.services.people import note_contact
from tests.factories.accounts import make_user
from tests.factories.organisations import make_organisation, make_representative

pytestmark = pytest.mark.django_db
KIND = "organisations.article14_notice"
NOON = "2026-03-03T12:00:00+01:00"


def path(person) -> str:
    return data_url(person).removeprefix("http://localhost:8000")


def ask():
    due.ask(letters[KIND], now=timezone.now())


@time_machine.travel(NOON)
def test_everybody_to_be_informed_gets_one_notice_however_often_the_beat_asks():
    person = make_representative(needs_notice=True)
    make_representative(needs_notice=True, email="")
    make_representative(needs_notice=False)
    make_representative(needs_notice=True, informed_at=timezone.now())
    make_representative(needs_notice=True, to_on=date(2026, 3, 1))

    ask()
    ask()

    assert [message.about_id for message in Message.objects.all()] == [person.pk]


@time_machine.travel(NOON)
def test_only_who_was_sent_the_notice_may_be_invited():
    person = make_representative(needs_notice=True)
    ask()
    message = Message.objects.get()
    letter = letters[KIND]

    message.status = MessageStatus.FAILED
    letter.settled(message, timezone.now())
    person.refresh_from_db()
    assert person.why_not_invited(timezone.localdate())

    message.status = MessageStatus.SENT
    letter.settled(message, timezone.now())
    person.refresh_from_db()
    assert person.why_not_invited(timezone.localdate()) == ""


@time_machine.travel("2026-03-03T22:30:00+01:00")
def test_the_notice_waits_for_the_morning(settings):
    settings.MAIL_QUIET_HOURS = True
    make_representative(needs_notice=True)

    ask()

    assert timezone.localtime(Message.objects.get().not_before).hour == 8


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
@time_machine.travel(NOON)
def test_the_notice_names_no_association_and_gives_the_link(language):
    person = make_representative(
        needs_notice=True,
        language=language,
        organisation=make_organisation(name="Alevitische Gemeinde Musterstadt"),
        source="Adressliste der Koordinierungsstelle",
    )
    ask()

    rendered = render(letters[KIND], person, Message.objects.get())

    assert "Musterstadt" not in rendered.html
    assert "alevi" not in rendered.html.lower()
    assert data_url(person).rpartition("/vereine/")[2] in rendered.text
    assert "/datenschutz/" in rendered.text


def test_the_page_behind_the_link_shows_what_is_held_and_changes_nothing(client):
    person = make_representative(name="Mustername", phone="0212 1")

    response = client.get(path(person))

    page = response.content.decode()
    assert all(text in page for text in ("Mustername", person.email, "0212 1"))
    assert response["Cache-Control"] == "no-store, private"
    person.refresh_from_db()
    assert person.may_be_invited


def test_who_stops_invitations_gets_none_and_stays_known(client):
    person = make_representative()

    response = client.post(path(person), {"stop": ""}, follow=True)

    person.refresh_from_db()
    assert not person.may_be_invited
    assert response.status_code == 200


def test_who_deletes_the_entry_is_gone_and_the_link_is_dead(client):
    person = make_representative()
    url = path(person)

    response = client.post(url, {"delete": ""}, follow=True)

    assert response.status_code == 200
    assert Representative.objects.count() == 0
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("token", ["x", "x~0.y", "~", "a" * 300])
def test_a_forged_link_opens_nothing(client, token):
    assert client.get(f"/vereine/meine-daten/{token}/").status_code == 404


def test_what_is_known_of_a_person_is_found_by_address_whatever_its_case():
    person = make_representative(email="Vorsitz@Verein.example", name="Mustername")

    [row] = export_person("vorsitz@verein.EXAMPLE")

    assert (row["name"], row["organisation"]) == ("Mustername", person.organisation.name)


def test_erasing_a_person_leaves_neither_row_nor_note():
    organisation = make_organisation(email="vorsitz@verein.example")
    person = make_representative(organisation=organisation, email="vorsitz@verein.example")
    note_contact(
        organisation=organisation,
        text="Am Telefon",
        written_by=make_user(),
        now=timezone.now(),
        person=person,
    )

    erase_person("vorsitz@verein.example", timezone.now())

    organisation.refresh_from_db()
    assert Representative.objects.count() == 0
    assert ContactNote.objects.count() == 0
    assert organisation.email == ""


def test_contact_notes_and_former_people_go_when_their_time_is_over():
    from kme_portal.base import retention

    today = timezone.localdate()
    make_representative(to_on=today - timedelta(days=366))
    stays = make_representative(to_on=today - timedelta(days=300))
    organisation = make_organisation()
    note_contact(organisation=organisation, text="alt", written_by=make_user(), now=timezone.now())
    ContactNote.objects.update(keep_until=today - timedelta(days=1))

    retention.erase_due(now=timezone.now())

    assert list(Representative.objects.all()) == [stays]
    assert ContactNote.objects.count() == 0
