import pytest

from organisations.models import District, Postcode, Term
from organisations.seed import seed

pytestmark = pytest.mark.django_db


def test_the_first_entries_are_there_once_however_often_they_are_written():
    seed()
    seed()

    assert District.objects.count() == 53
    assert set(District.objects.values_list("government_region", flat=True)) == {
        "Düsseldorf",
        "Köln",
        "Münster",
        "Detmold",
        "Arnsberg",
    }
    assert Postcode.objects.count() == 874
    assert Term.objects.filter(kind="field").count() == 27


def test_every_first_term_has_all_languages():
    seed()

    assert [term for term in Term.objects.all() if term.missing_languages()] == []
    assert [term for term in Term.objects.all() if term.outdated_languages()] == []


def test_a_text_of_the_office_and_a_retired_term_stay_as_they_are():
    seed()
    Term.objects.filter(kind="field", slug="sport").update(name_de="Sportvereine", is_retired=True)

    seed()

    term = Term.objects.get(kind="field", slug="sport")
    assert (term.name_de, term.is_retired) == ("Sportvereine", True)
