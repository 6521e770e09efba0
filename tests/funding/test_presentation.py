"""Amounts and shares as readers of each language write them."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from funding.presentation import euro, percent


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "1.234.567 Euro"),
        ("en", "1,234,567 euro"),
        ("tr", "1.234.567 avro"),
        ("ar", "1.234.567 يورو"),
    ],
)
def test_an_amount_stays_in_one_line_with_its_thousands_apart(language, written):
    with override(language):
        assert euro(Decimal("1234567.00")) == written.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("language", "written"),
    [("de", "12,5 Prozent"), ("en", "12.5 percent"), ("tr", "yüzde 12,5"), ("ar", "12,5 في المئة")],
)
def test_a_share_is_told_in_words(language, written):
    with override(language):
        assert percent(Decimal("12.50")) == written.replace(" ", "\N{NO-BREAK SPACE}")


def test_cents_are_told_where_there_are_some():
    with override("de"):
        assert euro(Decimal("1234.5")) == "1.234,50\N{NO-BREAK SPACE}Euro"


def test_what_is_not_known_is_told_by_silence():
    assert (euro(None), percent(None)) == ("", "")
