import pytest
from django.utils import translation

from kme_portal.base.searching import alike, by_words, matching, ranked, understand
from organisations.models import Organisation, Term
from organisations.models.searching import SEARCHED
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[str]:
    return [row.name for row in by_words(Organisation.objects.all(), typed, SEARCHED)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Förderantrag", "Hilfe bei Förderanträgen"),
        ("forderantrage", "Hilfe bei Förderanträgen"),
        ("Foerderantrag", "Hilfe bei Förderanträgen"),
        ("Ärztinnen", "Ein Netzwerk von Ärzt*innen"),
        ("Arzt", "Ein Netzwerk von Ärzt:innen"),
        ("Ärzt*innen", "Ein Netzwerk von Ärzten und Ärztinnen"),
        ("Lehrerin", "Fortbildung für Lehrer"),
        ("Haus", "Offene Häuser"),
        ("Jugend", "Mädchenjugendarbeit seit 1990"),
        ("GENÇLİK", "gençlik ve kültür"),
        ("genclik", "Gençlik ve kültür"),
        ("Musik und Tanz", "Tanzen zur Musik"),
        ("شباب", "عمل الشباب"),
    ],
)
def test_a_word_is_found_however_it_is_written(typed, written):
    make_organisation(name="Ein anderer Verein", description="Sport")
    make_organisation(name="Gesucht", description=written)

    assert found(typed) == ["Gesucht"]


@pytest.mark.parametrize(
    "typed", ["Dusiburg", "Duisbrug", "Duissburg", "duisburk", "Kulturvrein Duisburg"]
)
def test_a_slip_is_forgiven_where_nothing_bears_the_word(typed):
    make_organisation(name="Kulturverein Duisburg")
    make_organisation(name="Kulturverein Düren")

    assert found(typed) == ["Kulturverein Duisburg"]


def test_what_looks_alike_is_left_out_where_the_word_itself_is_found():
    make_organisation(name="Verein Duisburg")
    make_organisation(name="Verein Dusiburg")

    assert found("Dusiburg") == ["Verein Dusiburg"]


def test_every_word_counts_wherever_it_stands():
    term = Term.objects.of_kind("field").get(slug="sport")
    organisation = make_organisation(name="Cemhaus am Park", description="Für die Familie")
    organisation.fields.add(term)
    make_organisation(name="Sportfreunde")

    assert found("cemhaus sport familien") == ["Cemhaus am Park"]


@pytest.mark.parametrize("typed", ["", "   ", "!?%_", "'; --", "\\", "\x00"])
def test_what_holds_no_word_finds_nothing(typed):
    make_organisation(name="Verein")

    assert found(typed) == []


def test_fill_words_alone_are_words_after_all():
    make_organisation(name="Und jetzt", description="")

    assert found("und") == ["Und jetzt"]


def test_titles_come_before_texts():
    make_organisation(name="B", description="Wir treiben Sport")
    make_organisation(name="Sportverein A", description="")
    rows, words = Organisation.objects.all(), understand("Sport")

    names = [row.name for row in ranked(matching(rows, words, SEARCHED), words, SEARCHED)]

    assert names == ["Sportverein A", "B"]


def test_a_reader_of_turkish_is_understood_in_turkish_too():
    make_organisation(name="Gençlik", description="Dernekler için danışma")

    with translation.override("tr"):
        assert found("derneklerin") == ["Gençlik"]


def test_what_looks_alike_stays_within_the_rows_asked_for():
    hidden = make_organisation(name="Kulturverein Duisburg", is_listed=False)
    words = understand("Dusiburg")

    assert alike(Organisation.objects.listed(), words, SEARCHED) == []
    assert alike(Organisation.objects.all(), words, SEARCHED) == [hidden.pk]


def test_many_words_take_one_question_each(django_assert_max_num_queries):
    make_organisation(name="Kulturverein Duisburg")

    with django_assert_max_num_queries(22):
        found("kultur verein duisburg jugend familie dialog")
