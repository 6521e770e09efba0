"""Which row is the heading, and what each column means, in the words German offices use."""

import re
from dataclasses import dataclass

from kme_portal.base.searching import fold
from organisations.imports.reading import Row, Sheet, column_letter

# Field to the folded headings that mean it; a heading may go on after these words.
SYNONYMS = {
    "name": (
        "name",
        "verein",
        "vereinsname",
        "organisation",
        "name der organisation",
        "name des vereins",
        "einrichtung",
        "institution",
        "stelle",
        "behorde",
        "redaktion",
        "medium",
        "trager",
        "verband",
        "firma",
        "gemeinde",
    ),
    "short_name": ("kurzname", "abkurzung", "kurzel", "kurz"),
    "type": ("art", "typ", "kategorie", "organisationsform", "gruppe"),
    "postcode": ("plz", "postleitzahl"),
    "city": ("ort", "stadt", "sitz", "wohnort"),
    "place": ("plz ort", "plz und ort", "plz stadt"),
    "street": ("strasse", "strasse hausnummer", "strasse nr", "str"),
    "address": ("anschrift", "adresse", "postanschrift"),
    "district": ("kreis", "landkreis", "kreis stadt"),
    "person": (
        "ansprechpartner",
        "ansprechperson",
        "ansprechpartnerin",
        "kontaktperson",
        "kontakt",
        "vorsitz",
        "vorsitzende",
        "vertretung",
        "zu handen",
        "vorname name",
        "nachname",
    ),
    "first_name": ("vorname",),
    "function": ("funktion", "rolle", "position", "amt"),
    "email": ("e mail", "email", "mail", "mailadresse", "e mailadresse", "e mail adresse"),
    "phone": ("telefon", "tel", "telefonnummer", "rufnummer", "fon", "festnetz"),
    "mobile": ("mobil", "handy", "mobilnummer"),
    "website": ("homepage", "website", "webseite", "internet", "web", "url", "internetseite"),
    "umbrella": ("dachverband", "dach", "mitglied in", "verband dach", "zugehorigkeit"),
    "language": ("sprache", "sprachen", "korrespondenzsprache"),
    "invite": ("einladen", "einladung", "einladung ja nein", "verteiler"),
    "last_contact": ("letzter kontakt", "kontakt am", "zuletzt"),
    "remark": ("bemerkung", "bemerkungen", "notiz", "notizen", "anmerkung", "anmerkungen", "info"),
    "number": ("lfd nr", "nr", "laufende nummer", "id", "pos"),
}
MEANINGS = {heading: field for field, headings in SYNONYMS.items() for heading in headings}
# A heading is searched no further down; what stands above it are titles.
SEARCHED_ROWS = 30


@dataclass(frozen=True)
class Table:
    """A sheet whose heading was found: its columns by field, and the rows below."""

    sheet: str
    heading_row: int
    columns: dict[str, int]
    headings: dict[str, str]
    """Field to the heading as it stands in the file."""
    unknown: list[str]
    """Headings that mean nothing here; their columns are not read."""
    rows: list[Row]
    hidden_columns: list[str]

    def letter(self, field: str) -> str:
        """What the spreadsheet calls the column of a field, or ""."""
        return column_letter(self.columns[field]) if field in self.columns else ""


def find_table(sheet: Sheet) -> Table | None:
    """The table of a sheet, or None where no row looks like a heading with names."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        meanings = [meaning_of(text) for text in row.cells]
        found = {field for field in meanings if field}
        if "name" in found and len(found) >= 2 and (best is None or len(found) > best[0]):
            best = (len(found), index)
    if best is None:
        return None
    heading = sheet.rows[best[1]]
    columns: dict[str, int] = {}
    headings: dict[str, str] = {}
    unknown = []
    for position, text in enumerate(heading.cells):
        field = meaning_of(text)
        if field is None or field in columns:
            if text:
                unknown.append(" ".join(text.split()))
            continue
        columns[field] = position
        headings[field] = " ".join(text.split())
    return Table(
        sheet=sheet.name,
        heading_row=heading.number,
        columns=columns,
        headings=headings,
        unknown=unknown,
        rows=sheet.rows[best[1] + 1 :],
        hidden_columns=sheet.hidden_columns,
    )


def meaning_of(heading: str) -> str | None:
    """Field a heading stands for: exactly, or by the first of its words divided by a slash."""
    if not heading or len(heading) > 60:
        return None
    text = simplified(heading)
    if text in MEANINGS:
        return MEANINGS[text]
    for part in re.split(r"[/|(,]", heading):
        if (part := simplified(part)) in MEANINGS:
            return MEANINGS[part]
    return None


def simplified(heading: str) -> str:
    """Folded, without signs and without the endings of both genders."""
    text = re.sub(r"[*:_/]?-?innen\b|[*:_/]-?in\b", "", fold(heading))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())
