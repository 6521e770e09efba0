"""The sheet of a month: weeks from Monday, the days of events, holidays, filters kept."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import override

from events.deadlines import BERLIN
from events.models import EventStatus, EventVisibility, Mode
from events.months import FIRST_YEAR, LAST_YEAR, Month, holidays_of
from tests.factories import make_event

pytestmark = pytest.mark.django_db
URL = "/veranstaltungen/?ansicht=monat&monat=2027-05"


def at(day: int, hour: int = 18, month: int = 5) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=BERLIN)


def days(month: str = "2027-05", query: str = "") -> dict[date, list[str]]:
    """Titles by day as the page shows them."""
    page = Client().get(f"/veranstaltungen/?ansicht=monat&monat={month}{query}")
    return {day.date: [entry.event.title for entry in day.entries] for day in page.context["days"]}


def test_a_week_begins_on_monday():
    weeks = Month(date(2027, 5, 1)).weeks({}, date(2027, 5, 1))

    assert all(week[0].date.weekday() == 0 for week in weeks)
    assert weeks[0][0].date == date(2027, 4, 26)


def test_an_event_stands_on_its_day_in_berlin():
    make_event(title="Spät", starts_at=at(3, 23), ends_at=at(4, 0))

    assert days() == {date(2027, 5, 3): ["Spät"]}


def test_a_long_event_stands_on_each_of_its_days_within_the_month():
    make_event(title="Woche", starts_at=at(30, 9, month=4), ends_at=at(3, 12))

    assert list(days()) == [date(2027, 5, 1), date(2027, 5, 2), date(2027, 5, 3)]
    assert list(days("2027-04")) == [date(2027, 4, 30)]


def test_past_months_can_be_read_too():
    make_event(title="Früher", starts_at=timezone.now() - timedelta(days=400))

    assert days(f"{timezone.localdate() - timedelta(days=400):%Y-%m}")


@pytest.mark.parametrize(
    "given", [{"status": EventStatus.DRAFT}, {"visibility": EventVisibility.NETWORK}]
)
def test_what_is_not_public_stands_on_no_sheet(given):
    make_event(title="Geheim", starts_at=at(3), **given)

    assert days() == {}


def test_filters_hold_in_the_month_and_in_its_links():
    make_event(title="Vor Ort", starts_at=at(3))
    make_event(title="Online", starts_at=at(4), mode=Mode.ONLINE)

    assert days(query="&format=online") == {date(2027, 5, 4): ["Online"]}
    page = Client().get(URL + "&format=online").content.decode()
    assert "monat=2027-06&amp;format=online" in page or "format=online&amp;monat=2027-06" in page
    assert '<input type="hidden" name="monat" value="2027-05"' in page


def test_the_list_and_the_month_lead_to_each_other_with_the_filters():
    page = Client().get("/veranstaltungen/?format=online").content.decode()
    assert "/veranstaltungen/?format=online&amp;ansicht=monat" in page

    page = Client().get(URL + "&format=online").content.decode()
    assert 'href="/veranstaltungen/?format=online"' in page


def test_holidays_of_the_land_are_marked():
    assert holidays_of(2027)[date(2027, 5, 27)] == ["Fronleichnam"]

    assert "Fronleichnam" in Client().get(URL).content.decode()


def test_every_holiday_of_a_century_has_a_name_in_each_language():
    years = [holidays_of(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]

    assert all(isinstance(name, Promise) for year in years for day in year.values() for name in day)


def test_two_holidays_on_one_day_are_both_named():
    with override("ar"):
        days = [day for week in Month(date(2008, 5, 1)).weeks({}, date(2008, 5, 1)) for day in week]

        assert days[3].holiday == "عيد الصعود، عيد العمال"


@pytest.mark.parametrize("typed", ["2027-13", "heute", "1", "0001-01", "99999-01", "2027-05-01"])
def test_what_is_no_month_shows_this_one_and_says_so(typed):
    page = Client().get("/veranstaltungen/", {"ansicht": "monat", "monat": typed})

    assert page.status_code == 200
    assert page.context["month"].first == timezone.localdate().replace(day=1)
    assert len(page.context["notices"]) == 1


def test_a_cancelled_event_stays_and_says_so():
    make_event(starts_at=at(3), status=EventStatus.CANCELLED)

    assert "Abgesagt" in Client().get(URL).content.decode()


def test_a_full_month_takes_as_many_queries_as_an_empty_one(django_assert_max_num_queries):
    for day in range(1, 29):
        make_event(starts_at=at(day))

    with django_assert_max_num_queries(4):
        Client().get(URL)


def test_each_month_has_an_address_of_its_own_in_each_language():
    page = Client().get("/tr" + URL + "&format=online").content.decode()

    assert '<link rel="canonical" href="http' in page
    assert '/tr/veranstaltungen/?ansicht=monat&amp;monat=2027-05">' in page
