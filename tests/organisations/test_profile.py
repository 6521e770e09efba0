"""An association keeps its own profile: what is seen at once, what waits, who typed first."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.base.models import IllegalTransition
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import (
    ChangeStatus,
    OrganisationStatus,
    ProfileChange,
    SensitiveField,
)
from organisations.models.organisations import LegalForm
from organisations.services import profile
from tests.factories.my_association import make_change
from tests.factories.organisations import make_district, make_term
from tests.organisations.profile_steps import part, save

pytestmark = pytest.mark.django_db


def test_what_is_changed_is_seen_at_once(role, client_as):
    client = client_as(role.user)
    field = make_term("field")

    save(
        client,
        part(role.organisation, "taetigkeit"),
        description="Wir lernen zusammen.",
        description_language="tr",
        fields=[field.pk],
    )

    role.organisation.refresh_from_db()
    assert role.organisation.description == "Wir lernen zusammen."
    assert role.organisation.description_language == "tr"
    assert list(role.organisation.fields.all()) == [field]


def test_only_the_fields_of_the_part_are_taken(role, client_as):
    save(
        client_as(role.user),
        part(role.organisation, "angaben"),
        short_name="AN",
        name="Untergeschoben",
        status=OrganisationStatus.ARCHIVED,
        relation="established",
        is_listed="on",
    )

    row = role.organisation
    row.refresh_from_db()
    assert (row.short_name, row.name, row.relation) == ("AN", "Alter Name e.V.", "")
    assert (row.status, row.is_listed) == (OrganisationStatus.ACTIVE, False)


def test_a_new_postcode_brings_its_district(role, client_as):
    solingen, koeln = make_district("05122"), make_district("05315", name="Köln")
    koeln.postcodes.get_or_create(code="50667")
    role.organisation.district = solingen
    role.organisation.postcode = "42651"
    role.organisation.save()

    save(client_as(role.user), part(role.organisation, "kontakt"), postcode="50667")

    role.organisation.refresh_from_db()
    assert role.organisation.district == koeln


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:text/html,x", "ftp://verein.example/", "file:///etc/passwd"],
)
def test_links_lead_to_websites_and_nowhere_else(link, role, client_as):
    response = save(client_as(role.user), part(role.organisation, "kontakt"), website=link)

    assert response.status_code == 200
    assert "website" in response.context["form"].errors
    role.organisation.refresh_from_db()
    assert role.organisation.website == ""


def test_a_refused_form_keeps_what_was_typed(role, client_as):
    response = save(
        client_as(role.user), part(role.organisation, "kontakt"), postcode="12", city="Musterstadt"
    )

    assert 'value="Musterstadt"' in response.content.decode()


def test_a_new_name_waits_while_the_old_one_stays_public(role, client_as, client):
    role.organisation.is_listed = True
    role.organisation.save()
    signed_in = client_as(role.user)

    save(signed_in, part(role.organisation, "name"), name="Neuer Name e.V.")

    role.organisation.refresh_from_db()
    change = ProfileChange.objects.get()
    assert role.organisation.name == "Alter Name e.V."
    assert (change.field, change.new_value, change.asked_by) == (
        SensitiveField.NAME,
        "Neuer Name e.V.",
        role.user,
    )
    assert "Neuer Name" not in client.get(role.organisation.get_absolute_url()).content.decode()
    page = signed_in.get(reverse("my_association:profile", args=[role.organisation_id]))
    assert "Alter Name e.V." in page.content.decode()
    assert "Neuer Name e.V." in page.content.decode()


def test_legal_form_and_self_designation_wait_too(role, client_as):
    term = make_term("self_designation")

    save(
        client_as(role.user),
        part(role.organisation, "name"),
        legal_form=LegalForm.REGISTERED,
        self_designations=[term.pk],
    )

    role.organisation.refresh_from_db()
    assert role.organisation.legal_form == ""
    assert not role.organisation.self_designations.exists()
    assert {(row.field, str(row.new_value)) for row in ProfileChange.objects.all()} == {
        ("legal_form", "ev"),
        ("self_designations", f"[{term.pk}]"),
    }


def test_there_is_one_open_change_of_a_field(role, client_as):
    make_change(organisation=role.organisation)

    save(client_as(role.user), part(role.organisation, "name"), name="Noch ein Name")

    assert ProfileChange.objects.count() == 1
    with pytest.raises(profile.AlreadyAsked):
        profile.ask_for_change(
            organisation_id=role.organisation_id,
            field="name",
            value="Noch ein Name",
            asked_by=role.user,
            now=timezone.now(),
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        make_change(organisation=role.organisation)


def test_the_association_takes_its_wish_back_once(role, client_as):
    change = make_change(organisation=role.organisation)
    url = reverse("my_association:withdraw_change", args=[role.organisation_id, change.pk])
    client = client_as(role.user)

    client.post(url)
    client.post(url)

    change.refresh_from_db()
    assert change.status == ChangeStatus.WITHDRAWN
    with pytest.raises(IllegalTransition):
        profile.approve_change(change_id=change.pk, decided_by=None, now=timezone.now())


def test_the_office_approves_and_the_association_is_told(role, client_as):
    term = make_term("self_designation")
    change = make_change(
        organisation=role.organisation,
        field=SensitiveField.SELF_DESIGNATIONS,
        old_value=[],
        new_value=[term.pk],
    )

    client_as("Koordination").post(decide(change), {"approve": ""})

    change.refresh_from_db()
    assert change.status == ChangeStatus.APPROVED
    assert list(role.organisation.self_designations.all()) == [term]
    message = Message.objects.get(kind="organisations.change_decided")
    assert message.email == role.user.email
    assert "genehmigt" in render(letters[message.kind], change, message).text


def test_a_refusal_needs_a_reason_and_leaves_the_text(role, client_as):
    change = make_change(organisation=role.organisation)
    office = client_as("Koordination")

    assert office.post(decide(change), {"refuse": "", "reason": " "}).status_code == 422
    office.post(decide(change), {"refuse": "", "reason": "Der Name gehört einem anderen Verein."})

    change.refresh_from_db()
    role.organisation.refresh_from_db()
    assert change.status == ChangeStatus.REFUSED
    assert role.organisation.name == "Alter Name e.V."
    message = Message.objects.get(kind="organisations.change_decided")
    assert "einem anderen Verein" in render(letters[message.kind], change, message).text


def test_a_second_decision_is_refused_with_a_friendly_word(role, client_as):
    change = make_change(organisation=role.organisation)
    office = client_as("Koordination")
    office.post(decide(change), {"approve": ""})

    response = office.post(decide(change), {"refuse": "", "reason": "Doch nicht"}, follow=True)

    change.refresh_from_db()
    assert change.status == ChangeStatus.APPROVED
    assert "inzwischen" in response.content.decode().lower()


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_only_coordinators_decide(group, client_as):
    change = make_change()

    assert client_as(group).post(decide(change), {"approve": ""}).status_code == 403
    change.refresh_from_db()
    assert change.status == ChangeStatus.WAITING


def decide(change) -> str:
    return reverse("admin:organisations_profilechange_decide", args=[change.pk])


@pytest.mark.parametrize(
    "given",
    [
        {"status": ChangeStatus.APPROVED},
        {"status": ChangeStatus.REFUSED, "decided_at": timezone.now()},
    ],
)
def test_the_database_keeps_decisions_whole(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_change(**given)
