"""Dates, times and numbers as readers of each language write them, all in Latin digits."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import override

from events.deadlines import BERLIN

LANGUAGES = ["de", "en", "tr", "ar"]
WRITTEN = {
    "DATE_FORMAT": ["4. November 2026", "4 November 2026", "4 Kasım 2026", "4 نوفمبر 2026"],
    "DATETIME_FORMAT": [
        "4. November 2026 um 09:05\N{NO-BREAK SPACE}Uhr",
        "4 November 2026, 09:05",
        "4 Kasım 2026, 09:05",
        "4 نوفمبر 2026، 09:05",
    ],
    "TIME_FORMAT": ["09:05"] * 4,
    "YEAR_MONTH_FORMAT": ["November 2026", "November 2026", "Kasım 2026", "نوفمبر 2026"],
    "SHORT_DATE_FORMAT": ["04.11.2026", "04/11/2026", "04.11.2026", "04.11.2026"],
    "SHORT_DATETIME_FORMAT": [
        "04.11.2026 09:05",
        "04/11/2026 09:05",
        "04.11.2026 09:05",
        "04.11.2026 09:05",
    ],
}


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moment_is_written_as_its_readers_do(language, name):
    with override(language):
        written = date_format(datetime(2026, 11, 4, 9, 5, tzinfo=BERLIN), name)

    assert written == WRITTEN[name][LANGUAGES.index(language)]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "1.234.567,50"),
        ("en", "1,234,567.50"),
        ("tr", "1.234.567,50"),
        ("ar", "1.234.567,50"),
    ],
)
def test_thousands_stand_apart(language, written):
    with override(language):
        assert number_format(Decimal("1234567.5"), decimal_pos=2, force_grouping=True) == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["SHORT_DATE_FORMAT", "ISO"])
def test_a_day_typed_as_it_is_shown_is_that_day(language, name):
    day = date(2026, 11, 4)
    with override(language):
        shown = day.isoformat() if name == "ISO" else date_format(day, name)

        assert forms.DateField().clean(shown) == day
        assert forms.SplitDateTimeField().clean([shown, "09:05"]).date() == day
        assert forms.DateTimeField().clean(f"{shown} 09:05").date() == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_weeks_begin_on_monday(language):
    with override(language):
        assert get_format("FIRST_DAY_OF_WEEK") == 1
