"""Numbers and lists, as a reader's device and language take them."""

import pytest

from kme_portal.base.words import dialled


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0221 4710-118", "02214710118"),
        ("02 11 / 83 72", "02118372"),
        ("+49 (0)221 / 47 11", "+492214711"),
        ("0049 (0) 221 4711", "00492214711"),
        ("(0)221 4711", "02214711"),
        ("auf Anfrage", ""),
    ],
)
def test_a_number_is_dialled_without_what_was_typed_for_the_eye(typed, number):
    assert dialled(typed) == number
