"""An association keeps its own profile: what is seen at once, what waits, who typed first."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent
from kme_portal.base.models import IllegalTransition
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import (
    ChangeStatus,
    OrganisationStatus,
    ProfileChange,
    SensitiveField,
    Visibility,
)
from organisations.models.organisations import LegalForm
from organisations.services import profile
from tests.factories import make_organisation, make_user
from tests.factories.files import make_picture, picture_bytes
from tests.factories.my_association import make_change, make_editor
from tests.factories.organisations import make_district, make_term

pytestmark = pytest.mark.django_db


def part(organisation, name: str) -> str:
    return reverse("my_association:part", args=[organisation.pk, name])


def opened(client, url) -> dict:
    """What the form would send if nothing were touched."""
    form = client.get(url).context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, list):
            data[bound.html_name] = [getattr(one, "pk", one) for one in value]
        elif value is True:
            data[bound.html_name] = "on"
        elif value not in (None, False):
            data[bound.html_name] = value
    return data


def save(client, url, data=None, **changes):
    return client.post(url, (data or opened(client, url)) | changes)


@pytest.fixture
def role():
    return make_editor(organisation=make_organisation(name="Alter Name e.V."))


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


# Two people at once


def test_of_two_who_change_different_fields_both_are_heard(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")

    response = client.post(url, mine | {"phone": "0212 1"}, follow=True)

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0212 1")
    assert "Inzwischen hat jemand anderes geändert" in response.content.decode()


def test_the_second_of_two_sees_both_texts_and_loses_none(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen", phone="0212 9")

    response = client.post(url, mine | {"city": "Köln"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Solingen" in page
    assert 'value="Köln"' in page
    role.organisation.refresh_from_db()
    assert role.organisation.city == "Solingen"

    again = opened_from(response) | {"city": "Köln"}
    undecided = client.post(url, again)
    assert undecided.status_code == 409
    assert "Bitte wählen Sie überall" in undecided.content.decode()

    client.post(url, opened_from(undecided) | {"city": "Köln", "choice-city": "mine"})
    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Köln", "0212 9")


def test_the_second_of_two_may_let_the_other_text_stand(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")
    response = client.post(url, mine | {"city": "Köln", "phone": "0212 1"})

    client.post(
        url,
        opened_from(response) | {"city": "Köln", "phone": "0212 1", "choice-city": "theirs"},
    )

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0212 1")


def test_a_choice_is_kept_while_another_is_still_to_be_made(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen", phone="0212 9")
    typed = {"city": "Köln", "phone": "0221 1"}
    first = client.post(url, mine | typed)

    second = client.post(url, opened_from(first) | typed | {"choice-city": "theirs"})
    assert second.status_code == 409
    client.post(
        url,
        opened_from(second) | typed | {"choice-city": "theirs", "choice-phone": "mine"},
    )

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0221 1")


def test_both_who_type_the_same_do_not_clash(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")

    assert save(client, url, mine, city="Solingen").status_code == 302


def opened_from(response) -> dict:
    form = response.context["form"]
    return {bound.html_name: bound.value() for bound in form if bound.value() is not None}


def test_a_forged_memory_of_the_form_overwrites_nothing_in_silence(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)

    response = client.post(url, mine | {"seen": "gefälscht", "city": "Köln"})

    assert response.status_code == 302
    role.organisation.refresh_from_db()
    assert role.organisation.city == "Köln"


# What waits for the office


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


# Listing, preview, logo


def test_listing_is_a_choice_that_is_noted_as_consent_and_its_end(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "sichtbarkeit")

    save(client, url, is_listed="on")
    role.organisation.refresh_from_db()
    assert role.organisation.is_listed
    consent = Consent.objects.get(purpose="listing")
    assert consent.withdrawn_at is None

    client.post(url, {"seen": opened(client, url)["seen"]})
    role.organisation.refresh_from_db()
    consent.refresh_from_db()
    assert not role.organisation.is_listed
    assert consent.withdrawn_at is not None


def test_what_is_not_an_association_cannot_be_listed(client_as):
    role = make_editor(organisation=make_organisation(kind="authority"))

    response = save(client_as(role.user), part(role.organisation, "sichtbarkeit"), is_listed="on")

    assert response.status_code == 200
    role.organisation.refresh_from_db()
    assert not role.organisation.is_listed


def test_the_preview_shows_each_reader_what_they_would_get(client_as):
    organisation = make_organisation(
        phone="0212 111",
        phone_visibility=Visibility.NETWORK,
        email="geheim@verein.example",
        email_visibility=Visibility.OFFICE,
        website="https://verein.example/",
    )
    client = client_as(make_editor(organisation=organisation).user)
    url = reverse("my_association:preview", args=[organisation.pk])

    public = client.get(url).content.decode()
    network = client.get(f"{url}?sicht=netzwerk").content.decode()

    assert "https://verein.example/" in public
    assert "0212 111" not in public
    assert "0212 111" in network
    assert "geheim@" not in public + network


def test_a_logo_is_taken_with_its_description_and_removed_again(role, client_as):
    client = client_as(role.user)
    url = reverse("my_association:logo", args=[role.organisation_id])
    file = SimpleUploadedFile("logo.png", picture_bytes(size=(2000, 1000)))

    client.post(url, {"logo": file, "alt": "Ein grüner Baum"})

    role.organisation.refresh_from_db()
    logo = role.organisation.logo_image
    assert (logo.width, logo.height, logo.alt) == (800, 400, "Ein grüner Baum")

    client.post(url, {"alt": "Eine Linde"})
    logo.refresh_from_db()
    assert logo.alt == "Eine Linde"

    client.post(url, {"remove": "on", "alt": ""})
    role.organisation.refresh_from_db()
    assert role.organisation.logo_image is None


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"GIF89a<script>alert(1)</script>", b""]
)
def test_a_hostile_logo_is_refused_beside_the_field(content, role, client_as):
    response = client_as(role.user).post(
        reverse("my_association:logo", args=[role.organisation_id]),
        {"logo": SimpleUploadedFile("logo.png", content), "alt": "Bild"},
    )

    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"logo"}
    role.organisation.refresh_from_db()
    assert role.organisation.logo_image is None


@pytest.mark.parametrize("wishes", [0, 3])
def test_the_profile_takes_at_most_eight_queries(wishes, client_as, django_assert_max_num_queries):
    role = make_editor(organisation=make_organisation(logo_image=make_picture()))
    for number in range(wishes):
        make_change(
            organisation=role.organisation,
            field=SensitiveField.values[number],
            new_value=[] if number == 2 else "x",
            status=ChangeStatus.WAITING if number < 2 else ChangeStatus.WITHDRAWN,
        )
    client = client_as(role.user)

    with django_assert_max_num_queries(8):
        client.get(reverse("my_association:profile", args=[role.organisation_id]))


def test_the_history_tells_what_changed_and_names_nobody(client_as):
    role = make_editor(name="Frau Beispiel", organisation=make_organisation())
    client = client_as(role.user)
    save(client, part(role.organisation, "kontakt"), city="Solingen")
    make_change(
        organisation=role.organisation,
        status=ChangeStatus.REFUSED,
        reason="Bitte mit Nachweis",
        decided_by=make_user(name="Herr Koordinator"),
        decided_at=timezone.now() - timedelta(days=1),
    )

    page = client.get(
        reverse("my_association:history", args=[role.organisation_id])
    ).content.decode()

    assert "Geändert: Ort" in page
    assert "Bitte mit Nachweis" in page
    assert "Beispiel" not in page
    assert "Koordinator<" not in page


def test_the_office_takes_a_logo_on_the_telephone_and_must_describe_it(client_as):
    organisation = make_organisation()
    client = client_as("Koordination")
    url = reverse("admin:organisations_organisation_change", args=[organisation.pk])
    data = typed_in_the_office(client, url)

    def picture():
        return SimpleUploadedFile("logo.png", picture_bytes())

    refused = client.post(url, data | {"logo": picture()})
    assert "logo_alt" in refused.context["adminform"].form.errors

    client.post(url, data | {"logo": picture(), "logo_alt": "Ein Baum"})
    organisation.refresh_from_db()
    assert organisation.logo_image.alt == "Ein Baum"

    client.post(url, data | {"logo_alt": "Ein Baum", "without_logo": "on"})
    organisation.refresh_from_db()
    assert organisation.logo_image is None


def typed_in_the_office(client, url) -> dict:
    """What the admin's form would send if nothing were touched."""
    context = client.get(url).context
    forms = [context["adminform"].form, *(s.formset for s in context["inline_admin_formsets"])]
    data = {}
    for form in forms:
        for bound in getattr(form, "management_form", form):
            if bound.value() is not None and bound.value() is not False:
                data[bound.html_name] = bound.value()
    return data
