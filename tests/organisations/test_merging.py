"""Two entries of one body become one: every relation goes over, or says why not."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues.models import ForumSeat
from events.models import Invitation, InvitationStatus
from funding.models import ProjectPartner
from kme_portal.base.merging import mergings, preview, relations_to
from organisations.models import ContactNote, Organisation
from organisations.services.people import note_contact
from organisations.services.register import merge
from tests.factories import (
    make_audience,
    make_contingent,
    make_event,
    make_invitation,
    make_organisation,
    make_party,
    make_pool,
    make_recipient,
    make_staff,
    make_venue,
)
from tests.factories.dialogues import make_forum
from tests.factories.funding import make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return make_organisation(name="Alter Eintrag e.V.")


@pytest.fixture
def new():
    return make_organisation(name="Neuer Eintrag e.V.")


def test_somebody_looks_after_every_relation_to_an_organisation():
    assert set(relations_to(Organisation)) == {name for name, _merging in mergings.items()}


def refer(organisation) -> dict:
    """One row of each relation that goes over, and the field by which it names the entry."""
    party = make_party(pool=make_pool())
    party.organisation = organisation
    party.save()
    return {
        "note": (
            note_contact(
                organisation=organisation, text="", written_by=make_staff(), now=timezone.now()
            ),
            "organisation",
        ),
        "invitation": (make_invitation(organisation=organisation), "organisation"),
        "party": (party, "organisation"),
        "contingent": (make_contingent(organisation=organisation), "organisation"),
        "venue": (make_venue(organisation=organisation), "organisation"),
        "event": (make_event(organiser=organisation), "organiser"),
        "seat": (
            ForumSeat.objects.create(forum=make_forum(), organisation=organisation),
            "organisation",
        ),
        "carried": (make_project(carrier=organisation), "carrier"),
        "presented": (make_project(presented_by=organisation), "presented_by"),
        "partner": (
            ProjectPartner.objects.create(project=make_project(), organisation=organisation),
            "organisation",
        ),
    }


def test_every_row_goes_over(old, new):
    rows = refer(old)

    merge(organisation_id=old.pk, into_id=new.pk)

    for name, (row, field) in rows.items():
        row.refresh_from_db()
        assert getattr(row, field) == new, name


def test_lists_of_organisations_name_the_other_one_once(old, new):
    both = make_audience(includes=[old, new])
    one = make_audience(excludes=[old])
    event = make_event()
    event.co_organisers.set([old])

    merge(organisation_id=old.pk, into_id=new.pk)

    assert list(both.includes.all()) == [new]
    assert list(one.excludes.all()) == [new]
    assert list(event.co_organisers.all()) == [new]


def test_of_two_invitations_to_one_event_the_answered_one_counts(old, new):
    event = make_event()
    answered = make_invitation(
        event=event, organisation=old, status=InvitationStatus.ACCEPTED, answer_channel="telephone"
    )
    recipient = make_recipient(invitation=answered)
    still_open = make_invitation(event=event, organisation=new)

    merge(organisation_id=old.pk, into_id=new.pk)

    still_open.refresh_from_db()
    answered.refresh_from_db()
    recipient.refresh_from_db()
    assert (still_open.status, still_open.answer_channel) == ("accepted", "telephone")
    assert recipient.invitation == still_open
    assert (answered.status, answered.organisation) == ("withdrawn", old)


def test_an_open_invitation_gives_way_to_an_answered_one(old, new):
    event = make_event()
    make_invitation(event=event, organisation=old)
    answered = make_invitation(event=event, organisation=new, status=InvitationStatus.DECLINED)

    merge(organisation_id=old.pk, into_id=new.pk)

    answered.refresh_from_db()
    assert answered.status == InvitationStatus.DECLINED
    assert Invitation.objects.get(organisation=old).status == InvitationStatus.WITHDRAWN


def test_two_answers_are_kept_and_named_beforehand(old, new):
    event = make_event(title="Fachtag Jugend")
    for organisation, status in ((old, "accepted"), (new, "declined")):
        make_invitation(event=event, organisation=organisation, status=status)

    told = [sentence for one in preview(old, new) for sentence in one.settled]
    merge(organisation_id=old.pk, into_id=new.pk)

    assert any("Fachtag Jugend" in sentence and "beide" in sentence.lower() for sentence in told)
    assert set(Invitation.objects.values_list("organisation", "status")) == {
        (old.pk, "accepted"),
        (new.pk, "declined"),
    }


def test_two_seats_in_one_forum_become_one(old, new):
    forum = make_forum()
    for organisation in (old, new):
        ForumSeat.objects.create(forum=forum, organisation=organisation)

    merge(organisation_id=old.pk, into_id=new.pk)

    living = forum.seats.filter(to_on=None)
    assert [seat.organisation for seat in living] == [new]


def test_two_partnerships_in_one_project_become_one_with_what_is_known_of_both(old, new):
    project = make_project()
    ProjectPartner.objects.create(project=project, organisation=old, goal="Eigenes Projekt")
    ProjectPartner.objects.create(project=project, organisation=new, from_on=date(2026, 1, 1))

    merge(organisation_id=old.pk, into_id=new.pk)

    partner = project.partners.get()
    assert (partner.organisation, partner.goal) == (new, "Eigenes Projekt")


def test_the_preview_says_what_goes_over_and_changes_nothing(client_as, old, new):
    refer(old)
    address = reverse("admin:organisations_organisation_merge", args=[old.pk])

    page = client_as("Koordination").get(address, {"into": new.pk})

    counts = {one.title: one.count for one in page.context["moved"]}
    assert counts["Einladungen"] == 1
    assert counts["Projekte"] == 2
    old.refresh_from_db()
    assert old.merged_into is None
    assert ContactNote.objects.get().organisation == old


def test_the_preview_of_an_entry_with_itself_is_the_search(client_as, old):
    address = reverse("admin:organisations_organisation_merge", args=[old.pk])

    page = client_as("Koordination").get(address, {"into": old.pk})

    assert "moved" not in page.context
