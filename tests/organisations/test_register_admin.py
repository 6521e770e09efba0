"""The register in the admin: who may, what is noted, what is found."""

import io

import openpyxl
import pytest
from django.urls import reverse

from kme_portal.accounts.models import ReadLog
from organisations.models import (
    Affiliation,
    ContactNote,
    Organisation,
    OrganisationStatus,
    Representative,
    Term,
)
from tests.factories.organisations import (
    make_audience,
    make_organisation,
    make_representative,
    make_term,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


def at(name, *args) -> str:
    return reverse(f"admin:organisations_{name}", args=args)


PAGES = [
    "organisation_changelist",
    "organisation_add",
    "representative_changelist",
    "representative_add",
    "contactnote_changelist",
    "contactnote_add",
    "affiliation_changelist",
    "affiliation_add",
    "audience_changelist",
    "audience_add",
    "import_changelist",
    "import_add",
    "district_changelist",
    "term_changelist",
    "term_add",
]


@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_the_register_opens_for_the_office(office, name):
    make_representative()

    assert office.get(at(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_the_register_opens_for_those_who_only_see_figures(client_as, name):
    assert client_as("Leitung").get(at(name)).status_code == 403


def form_of(response) -> dict:
    """What the browser would send back."""
    context = response.context
    data = {}
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is None or value is False:
                continue
            data[bound.html_name] = "on" if value is True else value
    return data


def test_an_entry_of_the_office_is_active_has_an_address_and_its_district(office):
    data = form_of(office.get(at("organisation_add")))

    response = office.post(
        at("organisation_add"), data | {"name": "Çay & Gespräch e.V.", "postcode": "42651"}
    )

    assert response.status_code == 302
    row = Organisation.objects.get()
    assert (row.slug, row.status, row.district.name) == ("cay-gespraech-e-v", "active", "Solingen")


def test_the_status_cannot_be_typed(office):
    row = make_organisation(status=OrganisationStatus.DORMANT)
    data = form_of(office.get(at("organisation_change", row.pk)))

    office.post(at("organisation_change", row.pk), data | {"status": "active", "slug": "x"})

    row.refresh_from_db()
    assert row.status == OrganisationStatus.DORMANT


def test_a_step_that_is_not_possible_is_told(office):
    row = make_organisation(status=OrganisationStatus.ARCHIVED)

    response = office.post(at("organisation_step", row.pk), {"step": "rest"}, follow=True)

    row.refresh_from_db()
    assert row.status == OrganisationStatus.ARCHIVED
    assert len(list(response.context["messages"])) == 1


def test_a_step_is_not_taken_by_looking(office):
    row = make_organisation()

    office.get(at("organisation_step", row.pk), {"step": "archive"})

    row.refresh_from_db()
    assert row.status == OrganisationStatus.ACTIVE


@pytest.mark.parametrize(
    "typed",
    ["Bektas", "haci  BEKTAŞ", "Olpe", "57462", "vorsitz@h.example", "2891 046", "Mustername"],
)
def test_a_caller_is_found_by_whatever_they_say(office, typed):
    row = make_organisation(name="Hacı Bektaş Veli Cemevi", city="Olpe", postcode="57462")
    make_representative(
        organisation=row, name="Mustername", email="vorsitz@h.example", phone="2891 046"
    )
    make_organisation(name="Sportverein")

    response = office.get(at("organisation_changelist"), {"q": typed})

    assert list(response.context["cl"].queryset) == [row]


def test_a_call_is_noted_in_one_step_without_words(office):
    row = make_organisation()

    office.post(at("organisation_contact", row.pk), {"channel": "telephone", "text": ""})

    note = ContactNote.objects.get()
    assert (note.organisation, note.channel) == (row, "telephone")
    assert note.keep_until > note.happened_at.date()


def test_looking_at_an_entry_is_noted(office):
    row = make_organisation()

    office.get(at("organisation_change", row.pk))

    assert [entry.ids for entry in ReadLog.objects.all()] == [[row.pk]]


def test_no_spreadsheet_leaves_without_a_purpose(office):
    make_organisation()

    response = office.post(at("organisation_export"), {"purpose": ""})

    assert response["Content-Type"].startswith("text/html")
    assert ReadLog.objects.count() == 0


def test_a_spreadsheet_holds_the_filtered_list_neutralised_and_is_noted(office):
    row = make_organisation(name="=cmd|' /C calc'!A0", relation="forum")
    make_representative(organisation=row, name="+49", email="a@b.example")
    make_organisation(name="Anderer Verein")

    response = office.post(
        f"{at('organisation_export')}?relation=forum",
        {"purpose": "Bericht an die Leitung", "with_people": "on"},
    )

    rows = list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)
    assert [line[0] for line in rows[1:]] == ["'=cmd|' /C calc'!A0"]
    assert rows[1][17] == "'+49"
    assert ReadLog.objects.get().purpose == "Bericht an die Leitung"


def test_without_asking_for_people_none_leave(office):
    make_representative(name="Mustername", organisation=make_organisation())

    response = office.post(at("organisation_export"), {"purpose": "Bericht an die Leitung"})

    values = openpyxl.load_workbook(io.BytesIO(response.content)).active.values
    assert "Mustername" not in str(list(values))


def test_two_entries_become_one(office):
    old = make_organisation(name="Alter Name", slug="alt", phone="0212 1")
    new = make_organisation(name="Neuer Name", slug="neu")
    person = make_representative(organisation=old)
    Affiliation.objects.create(member=old, umbrella=make_organisation())

    office.post(at("organisation_merge", old.pk), {"into": new.pk})

    for row in (old, new, person):
        row.refresh_from_db()
    assert (old.merged_into, old.status) == (new, OrganisationStatus.ARCHIVED)
    assert (new.phone, new.other_names, person.organisation) == ("0212 1", "Alter Name", new)
    assert Affiliation.objects.get().member == new


def test_an_entry_is_not_merged_into_itself(office):
    row = make_organisation()

    office.post(at("organisation_merge", row.pk), {"into": row.pk})

    row.refresh_from_db()
    assert row.merged_into is None


def test_a_circle_of_umbrellas_is_refused_with_a_sentence(office):
    below, above = make_organisation(), make_organisation()
    Affiliation.objects.create(member=below, umbrella=above)

    response = office.post(
        at("affiliation_add"), {"member": above.pk, "umbrella": below.pk, "kind": "member"}
    )

    assert response.status_code == 200
    assert response.context["adminform"].form.non_field_errors()
    assert Affiliation.objects.count() == 1


def test_the_database_refuses_a_circle_too():
    from django.db import IntegrityError, transaction

    one, two, three = (make_organisation() for _ in range(3))
    Affiliation.objects.create(member=one, umbrella=two)
    Affiliation.objects.create(member=two, umbrella=three)

    with pytest.raises(IntegrityError), transaction.atomic():
        Affiliation.objects.create(member=three, umbrella=one)


def test_a_term_is_retired_and_stays_with_who_has_it(office):
    term = make_term("field", slug="alt")
    row = make_organisation(fields=[term])

    office.post(
        at("term_changelist"), {"action": "retire", "_selected_action": [term.pk]}, follow=True
    )

    assert Term.objects.get(pk=term.pk).is_retired
    form = office.get(at("organisation_change", row.pk)).context["adminform"].form
    assert term in form.fields["fields"].queryset
    form = office.get(at("organisation_add")).context["adminform"].form
    assert term not in form.fields["fields"].queryset


def test_the_same_address_twice_at_one_organisation_is_refused(office):
    person = make_representative(email="a@b.example")

    response = office.post(
        at("representative_add"),
        {"organisation": person.organisation_id, "email": "A@B.example", "language": "de"},
    )

    assert response.status_code == 200
    assert Representative.objects.count() == 1


def test_an_audience_says_who_is_in_it_and_who_cannot_be_reached_and_why(office):
    reached = make_representative(organisation=make_organisation(name="Erreicht e.V."))
    make_representative(organisation=make_organisation(name="Ohne Adresse e.V."), email="")
    make_organisation(name="Ohne Person e.V.")
    audience = make_audience()

    response = office.get(at("audience_change", audience.pk))

    assert [one.organisation.name for one in response.context["reached"]] == ["Erreicht e.V."]
    assert [one.reached for one in response.context["reached"]] == [[reached]]
    assert {one.organisation.name for one in response.context["unreached"]} == {
        "Ohne Adresse e.V.",
        "Ohne Person e.V.",
    }
    assert all(one.why_nobody for one in response.context["unreached"])


def test_a_filtered_list_becomes_an_audience(office):
    make_organisation(relation="forum")
    page = office.get(at("organisation_changelist"), {"relation": "forum", "art": "association"})
    data = form_of(office.get(page.context["audience_url"])) | {"name": "Forum"}

    response = office.post(at("audience_add"), data)

    from organisations.models import Audience

    audience = Audience.objects.get()
    assert response.url == at("audience_change", audience.pk)
    assert audience.criteria == {"art": ["association"], "relation": ["forum"]}
