"""What leaves the portal for other programs, about rows whose every text is hostile."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.doors import sign_in
from tests.factories import make_event, make_organisation, make_representative, make_staff
from tests.factories.pages import make_news
from tests.factories.places import make_party, make_pool
from tests.hostile.typed import LINES, MARKUP, poison

pytestmark = pytest.mark.django_db

FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def event():
    organisation = make_organisation(is_listed=True)
    make_representative(organisation=organisation)
    event = make_event(organiser=organisation)
    make_party(pool=make_pool(event=event))
    return event


def test_no_cell_of_a_spreadsheet_is_a_formula(event):
    poison(LINES)
    office = sign_in(Client(), make_staff())
    purpose = {"purpose": "Liste am Einlass", "with_people": "on"}
    answers = [
        office.post(reverse("admin:organisations_organisation_export"), purpose),
        office.post(reverse("admin:events_party_export", args=[event.pk]), purpose),
        office.post(reverse("admin:events_event_export"), purpose),
    ]

    for answer in answers:
        cells = [
            cell
            for row in load_workbook(BytesIO(answer.content)).active.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        ]
        assert any("evil.example" in cell.value or "1+1" in cell.value for cell in cells)
        assert {cell.data_type for cell in cells} == {"s"}
        assert not [cell.value for cell in cells if cell.value.startswith(FORMULAS)]


def test_spreadsheets_are_written_in_one_place():
    """Where a typed text is made harmless; a second writer would forget it."""
    apps = ("kme_portal", "organisations", "events", "dialogues", "funding")
    writers = [
        str(path.relative_to(settings.BASE_DIR))
        for app in apps
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py")
        if re.search(r"\bWorkbook\(|csv\.(writer|DictWriter)", path.read_text())
    ]
    assert writers == ["kme_portal/base/spreadsheets.py"]


@pytest.mark.parametrize("vectors", [LINES, MARKUP], ids=["lines", "markup"])
def test_no_typed_line_becomes_a_property_of_a_calendar(event, client, vectors):
    poison(vectors)
    addresses = [
        reverse("events:subscription"),
        reverse("events:calendar", kwargs={"slug": event.slug}),
    ]

    for address in addresses:
        lines = client.get(address).content.decode().split("\r\n")
        assert all("\n" not in line and "\r" not in line for line in lines)
        assert [line for line in lines if line.startswith("ATTENDEE")] == []
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1


@pytest.mark.parametrize("vectors", [LINES, MARKUP], ids=["lines", "markup"])
def test_a_feed_stays_whole_and_holds_no_live_markup(event, client, vectors):
    make_news()
    poison(vectors)

    for name in ("events:feed", "pages:news_feed"):
        feed = ElementTree.fromstring(client.get(reverse(name)).content)  # noqa: S314 - our own
        assert len(feed.findall(f"{ATOM}entry")) == 1
        for element in feed.iter():
            assert element.tag.startswith(ATOM)
            if element.get("type") in ("html", "xhtml"):
                assert set(re.findall(r"<[^>]*>?", element.text or "")) <= {"<br>"}
