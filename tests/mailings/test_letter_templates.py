"""What every letter owes to somebody who has it read aloud."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
LETTERS = sorted(path.relative_to(TEMPLATES) for path in TEMPLATES.glob("*/mail/*.html"))


def tags(source: str, name: str) -> list[str]:
    return re.findall(rf"<{name}\b[^>]*>", source)


@pytest.mark.parametrize("letter", LETTERS, ids=str)
def test_a_letter_is_put_together_for_reading_aloud(letter):
    source = (TEMPLATES / letter).read_text()

    levels = [int(level) for level in re.findall(r"<h([1-6])\b", source)]
    assert levels in ([], [1, *[2] * (len(levels) - 1)])
    # A table of facts says what its rows are; any other would be layout.
    assert not tags(source, "table") or tags(source, "th")
    assert all("scope=" in head for head in tags(source, "th"))
    assert all("alt=" in picture for picture in tags(source, "img"))
    assert not re.search(r">\s*(here|click here|hier)\s*</a>", source, re.IGNORECASE)


def test_the_frame_of_all_letters_names_language_and_direction_and_no_layout():
    source = (TEMPLATES / "mail" / "base.html").read_text()

    assert '<html lang="{{ language }}" dir="' in source
    assert "<title>" in source
    assert all('role="presentation"' in table for table in tags(source, "table"))
