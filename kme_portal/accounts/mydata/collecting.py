"""Everything the portal holds about an address, for a file and for readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext

from kme_portal.accounts.mydata.words import COMMON
from kme_portal.base.registries import PersonalData, personal_data

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
# They have a part of the page of their own, with the words agreed to.
CONSENTS = "accounts.consents"
# One goes with each step, so they are many: they stand last.
MAILS = "mailings.messages"
# Whoever reads the page came by one.
LINKS = "accounts.links"


@dataclass(frozen=True)
class Section:
    """What one app holds of one kind."""

    name: str
    entry: PersonalData
    rows: list[dict]
    corrections: list[tuple[str, str]]

    @property
    def title(self) -> str:
        return str(self.entry.title)

    @property
    def reasons(self) -> list[tuple[str, str, str]]:
        """Purpose, legal basis and keeping period, each once."""
        return list(
            dict.fromkeys(
                (str(purpose), str(basis), str(period))
                for purpose, basis, period in self.entry.fields.values()
            )
        )

    @property
    def readable(self) -> list[list[tuple[str, str]]]:
        """Each row as pairs of a word and what is stored; empty values are left out."""
        return [list(self._pairs(row)) for row in self.rows]

    def _pairs(self, row: dict) -> Iterator[tuple[str, str]]:
        for key, value in row.items():
            shown = self._shown(key, value)
            if shown:
                yield self.label(key), shown

    def label(self, key: str) -> str:
        return str(self.entry.labels.get(key) or COMMON.get(key) or key)

    def _shown(self, key: str, value: Any) -> str:
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        if isinstance(value, list | tuple):
            return "; ".join(filter(None, (self._shown(key, one) for one in value)))
        if isinstance(value, dict):
            return ", ".join(f"{word}: {shown}" for word, shown in self._pairs(value))
        if value is None or value == "":
            return ""
        text = str(value)
        if key == "language" and text in dict(settings.LANGUAGES):
            return str(get_language_info(text)["name_translated"])
        return _day_or_moment(text)


def _day_or_moment(text: str) -> str:
    if DAY.match(text):
        day: date | None = parse_date(text)
        return date_format(day, "DATE_FORMAT") if day else text
    if MOMENT.match(text):
        moment: datetime | None = parse_datetime(text)
        if moment and timezone.is_aware(moment):
            return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
    return text


def sections_about(email: str) -> list[Section]:
    """What is held, kind by kind; kinds that hold nothing are left out."""
    found = []
    for name, entry in personal_data.items():
        rows = entry.export(email)
        if rows:
            found.append(Section(name, entry, rows, list(entry.correct(email))))
    return sorted(found, key=lambda section: section.name == MAILS)


def as_data(email: str, *, now: datetime) -> dict[str, Any]:
    """Articles 15 and 20 in JSON's types: the data, what for, on which basis, how long."""
    return {
        "made_at": now.isoformat(),
        "about": email,
        "responsible": settings.OFFICE_EMAIL,
        "sections": [
            {
                "name": section.name,
                "title": section.title,
                "reasons": [
                    {"purpose": purpose, "legal_basis": basis, "kept": period}
                    for purpose, basis, period in section.reasons
                ],
                "records": section.rows,
            }
            for section in sections_about(email)
        ],
        "rights": gettext(
            "You can have data corrected and erased, restrict or object to their use, take them"
            " with you, and complain to the data protection authority of North Rhine-Westphalia."
        ),
    }
