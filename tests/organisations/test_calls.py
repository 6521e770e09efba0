"""The page for the call: who they are, what is open, what was; noting it in one step."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dialogues.models import ForumSeat
from events.models import InvitationStatus
from kme_portal.accounts.models import ReadLog
from kme_portal.base.timeline import page_of, timelines
from kme_portal.mailings.models import Message, MessageStatus
from organisations.models import Affiliation, ContactNote, OrganisationStatus
from organisations.services import register
from organisations.services.people import note_contact, settle_follow_up
from tests.factories import (
    make_event,
    make_invitation,
    make_message,
    make_organisation,
    make_party,
    make_pool,
    make_representative,
    make_staff,
)
from tests.factories.dialogues import make_forum
from tests.factories.funding import make_project

pytestmark = pytest.mark.django_db


def at(organisation) -> str:
    return reverse("admin:organisations_organisation_contact", args=[organisation.pk])


@pytest.fixture
def coordinator():
    return make_staff()


@pytest.fixture
def office(coordinator, client_as):
    return client_as(coordinator)


def make_busy(**given):
    """An association with one entry of every kind."""
    organisation = make_organisation(**{"email": "verein@verein.example"} | given)
    make_message(email=organisation.email, status=MessageStatus.SENT, settled_at=timezone.now())
    note_contact(
        organisation=organisation, text="Ruft zurück.", written_by=make_staff(), now=timezone.now()
    )
    Affiliation.objects.create(member=organisation, umbrella=make_organisation())
    make_invitation(organisation=organisation, status=InvitationStatus.ACCEPTED)
    party = make_party(pool=make_pool())
    type(party).objects.filter(pk=party.pk).update(organisation=organisation)
    make_event(organiser=organisation)
    ForumSeat.objects.create(forum=make_forum(), organisation=organisation)
    make_project(carrier=organisation)
    return organisation


def test_the_page_tells_of_every_kind_newest_first(office, coordinator):
    organisation = make_busy()

    page = office.get(at(organisation)).context["page_obj"]

    moments = [entry.at for entry in page.object_list]
    kinds = {str(entry.kind) for entry in page.object_list}
    assert kinds == {str(source.title) for source in timelines}
    assert moments[1:] == sorted(moments[1:], reverse=True)


def test_one_kind_can_be_looked_at_alone(office):
    organisation = make_busy()

    page = office.get(at(organisation), {"art": "kontakt"}).context["page_obj"]

    assert [entry.lines for entry in page.object_list] == [["Ruft zurück."]]


@pytest.mark.parametrize("query", [{"art": "unbekannt"}, {"seite": "x"}, {"seite": "99"}])
def test_broken_filters_show_what_there_is(query, office):
    organisation = make_busy()

    assert office.get(at(organisation), query).context["page_obj"].object_list


def test_nothing_of_others_stands_on_the_page(office):
    make_busy(name="Anderer Verein e.V.", email="anderer@verein.example")
    organisation = make_organisation()

    page = office.get(at(organisation)).context["page_obj"]

    assert [entry.title for entry in page.object_list] == ["Eintrag angelegt"]


def test_a_change_is_told_in_words(coordinator):
    organisation = make_organisation(status=OrganisationStatus.DORMANT)
    register.activate(organisation_id=organisation.pk, now=timezone.now())

    lines = page_of(organisation, coordinator, kind="eintrag").object_list[0].lines

    assert "Status: ruhend → aktiv" in lines


def test_the_page_costs_the_same_for_few_and_for_many(office):
    organisation = make_busy()
    office.get(at(organisation))
    with CaptureQueriesContext(connection) as few:
        office.get(at(organisation))
    for _number in range(3):
        make_invitation(organisation=organisation)
        make_message(email=organisation.email)
        note_contact(
            organisation=organisation, text="", written_by=make_staff(), now=timezone.now()
        )

    with CaptureQueriesContext(connection) as many:
        office.get(at(organisation))

    assert len(many) <= len(few) + 1


def test_letters_are_gone_after_their_time_and_sign_in_mails_never_stand_there(coordinator):
    organisation = make_organisation(email="verein@verein.example")
    make_message(email=organisation.email)
    make_message(email=organisation.email, kind="accounts.reset_password")
    assert len(page_of(organisation, coordinator, kind="post").object_list) == 1

    Message.objects.all().empty(timezone.now())

    assert page_of(organisation, coordinator, kind="post").object_list == []


def test_a_call_is_noted_in_one_step(office, coordinator):
    organisation = make_organisation()
    person = make_representative(organisation=organisation)

    office.post(at(organisation), {"text": "Kommt zu zweit.", "person": person.pk})

    note = ContactNote.objects.get()
    assert (note.text, note.person, note.written_by) == ("Kommt zu zweit.", person, coordinator)
    assert note.channel == "telephone"
    assert note.keep_until > timezone.localdate() + timedelta(days=700)


def test_even_an_empty_form_notes_that_somebody_called(office):
    office.post(at(make_organisation()), {})

    assert ContactNote.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {"follow_up_on": "2020-01-01"},
        {"keep_until": "2020-01-01"},
        {"happened_at": "2099-01-01T10:00"},
        {"person": "0"},
    ],
)
def test_a_day_that_cannot_be_is_refused_and_what_was_typed_stays(given, office):
    page = office.post(at(make_organisation()), {"text": "Wichtig", **given})

    assert ContactNote.objects.count() == 0
    assert "Wichtig" in page.content.decode()


def test_a_person_of_another_association_cannot_be_noted(office):
    stranger = make_representative()

    office.post(at(make_organisation()), {"person": stranger.pk})

    assert ContactNote.objects.count() == 0


def test_a_follow_up_stands_on_the_desk_until_it_is_done(office):
    organisation = make_organisation(name="Verein Nord e.V.")
    office.post(
        at(organisation), {"text": "Rückruf", "follow_up_on": timezone.localdate().isoformat()}
    )
    waiting = {kind.name: kind for kind in office.get("/verwaltung/").context["waiting"]}
    assert waiting["organisations.follow_ups"].mine == 1

    note = ContactNote.objects.get()
    office.post(
        reverse("admin:organisations_organisation_follow_up", args=[organisation.pk, note.pk])
    )

    names = {kind.name for kind in office.get("/verwaltung/").context["waiting"]}
    assert "organisations.follow_ups" not in names


def test_a_follow_up_is_settled_once():
    note = note_contact(
        organisation=make_organisation(),
        text="",
        written_by=make_staff(),
        now=timezone.now(),
        follow_up_on=timezone.localdate(),
    )

    assert settle_follow_up(note_id=note.pk, now=timezone.now())
    assert not settle_follow_up(note_id=note.pk, now=timezone.now())


def test_opening_the_follow_up_by_its_address_changes_nothing(office):
    organisation = make_organisation()
    office.post(at(organisation), {"follow_up_on": timezone.localdate().isoformat()})
    note = ContactNote.objects.get()

    office.get(
        reverse("admin:organisations_organisation_follow_up", args=[organisation.pk, note.pk])
    )

    note.refresh_from_db()
    assert note.followed_up_at is None


def test_an_open_invitation_can_be_answered_from_here(office):
    invitation = make_invitation()

    text = office.get(at(invitation.organisation)).content.decode()

    assert reverse("admin:events_invitation_answer", args=[invitation.pk]) in text
    assert "Antwort eintragen" in text


def test_who_only_looks_sees_neither_people_nor_notes_and_notes_nothing(client_as):
    organisation = make_busy()
    make_representative(organisation=organisation, name="Vorsitz Nord", phone="0212 99")
    reader = client_as("Förderung")

    page = reader.get(at(organisation))

    text = page.content.decode()
    assert "Vorsitz Nord" not in text
    assert "Ruft zurück." not in text
    kinds = {str(entry.kind) for entry in page.context["page_obj"].object_list}
    assert "Projekte" in kinds
    assert "E-Mails" not in kinds
    assert reader.post(at(organisation), {"text": "x"}).status_code == 403


def test_looking_is_noted(office, coordinator):
    organisation = make_organisation()

    office.get(at(organisation))

    entry = ReadLog.objects.get()
    assert (entry.user, entry.model, entry.ids) == (
        coordinator,
        "organisations.Organisation",
        [organisation.pk],
    )
