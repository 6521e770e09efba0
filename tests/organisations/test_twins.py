"""Which entries of the register probably mean the same body."""

import pytest

from organisations.models.organisations import OrganisationLevel
from organisations.twins import likely_twins, umbrella_named
from tests.factories import make_organisation, make_representative

pytestmark = pytest.mark.django_db


def twins(row):
    return [candidate.value for candidate in likely_twins(row)]


def test_another_spelling_of_the_name_in_the_same_place_is_a_twin():
    known = make_organisation(name="Alevitisches Kulturzentrum Duisburg e.V.", city="Duisburg")
    row = make_organisation(name="Alevitische Kulturzentrum Dusiburg", city="Duisburg")

    assert twins(row) == [f"org-{known.pk}"]


def test_the_same_mailbox_of_a_person_is_a_sign():
    known = make_organisation(name="Frauenverein Lippe")
    make_representative(organisation=known, email="Vorstand@lippe.example")
    row = make_organisation(name="Frauen Lippe Verein", email="vorstand@lippe.example")

    assert twins(row) == [f"org-{known.pk}"]


def test_another_group_with_another_number_or_name_is_none():
    make_organisation(name="Gruppe 1", city="Hamm")
    make_organisation(name="Moscheeverein Bonn", city="Bonn")

    assert twins(make_organisation(name="Gruppe 2", city="Herne")) == []


def test_what_was_merged_away_is_no_twin():
    target = make_organisation(name="Begegnungszentrum")
    make_organisation(name="Kulturhaus Hamm", merged_into=target, status="archived")

    assert twins(make_organisation(name="Kulturhaus Hamm")) == []


def test_a_long_register_is_not_read_as_a_whole(django_assert_max_num_queries):
    for number in range(12):
        make_organisation(name=f"Verein fuer Bildung {number}")
    row = make_organisation(name="Sportfreunde Ems", other_names="Ems Sport")

    with django_assert_max_num_queries(12):
        assert twins(row) == []


@pytest.mark.parametrize("typed", ["BAG", "bund alevitischer gemeinden", "Bund Alev. Gemeinden"])
def test_an_umbrella_is_known_by_name_acronym_and_abbreviation(typed):
    umbrella = make_organisation(
        name="Bund Alevitischer Gemeinden e.V.", short_name="BAG", level=OrganisationLevel.STATE
    )
    make_organisation(name="Bund Alevitischer Gemeinden Olpe")

    assert umbrella_named(typed) == umbrella


def test_an_umbrella_nobody_knows_is_none():
    make_organisation(name="Landesverband", level=OrganisationLevel.STATE)

    assert umbrella_named("Dachverband der Tauben") is None
