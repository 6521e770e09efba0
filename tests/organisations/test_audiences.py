from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from organisations.audiences import resolve
from organisations.models import Affiliation, OrganisationKind, OrganisationStatus, Representative
from tests.factories.organisations import (
    make_audience,
    make_district,
    make_organisation,
    make_representative,
    make_term,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)


def test_only_active_organisations_are_in_an_audience():
    active = make_organisation()
    make_organisation(status=OrganisationStatus.DRAFT)
    make_organisation(status=OrganisationStatus.DORMANT)
    make_organisation(merged_into=active)

    assert list(resolve(make_audience(), today=TODAY).organisations) == [active]


def test_without_criteria_only_the_explicit_list_counts():
    named = make_organisation()
    make_organisation()

    audience = make_audience(criteria={}, includes=[named])

    assert list(resolve(audience, today=TODAY).organisations) == [named]


def test_whoever_is_excluded_stays_out_even_when_included():
    organisation = make_organisation()

    audience = make_audience(includes=[organisation], excludes=[organisation])

    assert list(resolve(audience, today=TODAY).organisations) == []


@pytest.mark.parametrize(
    "criteria",
    [
        {"kreis": ["05122"]},
        {"regierungsbezirk": ["Düsseldorf"]},
        {"feld": ["jugend"]},
        {"zielgruppe": ["frauen"]},
        {"sprache": ["tr"]},
        {"relation": ["forum"]},
        {"q": "Cem evi"},
        {"art": ["association"], "q": "cemevi solingen"},
    ],
)
def test_every_criterion_finds_the_one_that_fits(criteria):
    wanted = make_organisation(
        name="Solingen Cemevi e.V.",
        district=make_district("05122"),
        fields=[make_term("field", slug="jugend")],
        target_groups=[make_term("target_group", slug="frauen")],
        languages=[make_term("language", slug="tr")],
        relation="forum",
    )
    make_organisation(kind=OrganisationKind.PRESS, name="Lokalredaktion")
    make_organisation(
        name="Chor Köln",
        district=make_district("05315", name="Köln", government_region="Köln"),
        fields=[make_term("field", slug="sport")],
    )

    audience = make_audience(criteria=criteria)

    assert list(resolve(audience, today=TODAY).organisations) == [wanted]


def test_an_umbrella_brings_members_of_its_members_but_no_former_ones():
    top, middle, local, former = (make_organisation() for _ in range(4))
    Affiliation.objects.create(member=middle, umbrella=top)
    Affiliation.objects.create(member=local, umbrella=middle)
    Affiliation.objects.create(member=former, umbrella=top, to_on=TODAY - timedelta(days=1))

    audience = make_audience(criteria={"dach": [top.pk]})

    assert set(resolve(audience, today=TODAY).organisations) == {middle, local}


def test_people_outside_leave_the_audience_when_their_role_ends():
    here = make_representative(organisation=None)
    gone = make_representative(organisation=None, to_on=TODAY - timedelta(days=1))

    audience = make_audience(criteria={}, people=[here, gone])

    assert list(resolve(audience, today=TODAY).people) == [here]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"email": ""}, "There is no e-mail address."),
        ({"to_on": TODAY - timedelta(days=1)}, "The role has ended."),
        ({"from_on": TODAY + timedelta(days=1)}, "The role has not begun yet."),
        ({"may_be_invited": False}, "This person asked not to be invited."),
        (
            {"needs_notice": True},
            "This person must first be informed that the office holds the address (Article 14).",
        ),
    ],
)
def test_who_may_not_be_invited_is_told_why_and_left_out(given, reason):
    person = make_representative(**given)

    with override("en"):
        assert person.why_not_invited(TODAY) == reason
    assert list(Representative.objects.invitable(TODAY)) == []


def test_who_was_informed_may_be_invited():
    person = make_representative(needs_notice=True, informed_at=timezone.now())

    assert person.why_not_invited(TODAY) == ""
    assert list(Representative.objects.invitable(TODAY)) == [person]
