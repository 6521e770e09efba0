"""From an uploaded file to rows of text; whatever is wrong with it is said in one sentence.

openpyxl is imported where a file is read: most web processes never read one.
"""

import csv
import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePath
from typing import Any, BinaryIO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MEGABYTE = 1024 * 1024
MAX_FILE = 10 * MEGABYTE
MAX_UNPACKED = 10 * MEGABYTE
MAX_ROWS = 1_000
MAX_COLUMNS = 60
MAX_SHEETS = 20
MAX_CELL = 4_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HYPERLINK = re.compile(r"""=\s*HYPERLINK\(\s*"([^"]{1,500})""", re.IGNORECASE)


class Unreadable(Exception):
    """The file cannot be taken; the message says why and what to do, in the reader's language."""


@dataclass(frozen=True)
class Row:
    """Texts of a row by position, and its number as the spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    """Positions whose formula had no stored result, so that nothing was read."""


@dataclass(frozen=True)
class Sheet:
    name: str
    rows: list[Row]
    hidden_columns: list[str] = field(default_factory=list)
    """Headings or letters of columns that are hidden in the file and were left out."""


@dataclass(frozen=True)
class Spreadsheet:
    sheets: list[Sheet]
    hidden_sheets: list[str] = field(default_factory=list)
    is_csv: bool = False


def read(file: BinaryIO, *, filename: str, size: int) -> Spreadsheet:
    """The rows of an `.xlsx` or `.csv` file; raises Unreadable."""
    if size > MAX_FILE:
        raise Unreadable(
            _("The file has %(size)s MB; up to %(limit)s MB are possible. Save only the list.")
            % {"size": round(size / MEGABYTE), "limit": MAX_FILE // MEGABYTE}
        )
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start == OLD_OFFICE:
        content = file.read(MAX_FILE)
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable(
                _("The file is protected by a password. Save it without one and try again.")
            )
        raise Unreadable(_("This is an old Excel file. Save it as .xlsx and try again."))
    if start[:2] == b"PK":
        return read_xlsx(file)
    if PurePath(filename).suffix.lower() == ".xlsx":
        raise Unreadable(_("The file is damaged: it is named .xlsx but is no Excel file."))
    return read_csv(file.read(MAX_FILE))


def read_xlsx(file: BinaryIO) -> Spreadsheet:
    import openpyxl

    try:
        hidden = check_archive(file)
        file.seek(0)
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        file.seek(0)
        results = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Unreadable:
        raise
    except DefusedXmlException as error:
        raise Unreadable(no_entities()) from error
    # A damaged file breaks in many ways inside the reader; all mean the same to the office.
    except Exception as error:
        raise Unreadable(damaged()) from error
    sheets, hidden_sheets = [], []
    try:
        for index, sheet in enumerate(book.worksheets[:MAX_SHEETS]):
            if sheet.sheet_state != "visible":
                hidden_sheets.append(sheet.title)
                continue
            left_out = hidden.get(sheet._worksheet_path.lstrip("/"), set())
            rows = list(rows_of(sheet, results.worksheets[index], left_out))
            if rows:
                letters = [column_letter(column - 1) for column in sorted(left_out)]
                sheets.append(Sheet(sheet.title, rows, letters))
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(damaged()) from error
    finally:
        book.close()
        results.close()
    if not sheets:
        raise Unreadable(_("The file holds no rows."))
    return Spreadsheet(sheets, hidden_sheets)


def damaged() -> str:
    return _("The file is damaged or no Excel file. Open it, save it again as .xlsx and try again.")


def no_entities() -> str:
    return _("The file holds definitions that a list never needs, so it was not opened.")


def check_archive(file: BinaryIO) -> dict[str, set[int]]:
    """Refuses what must not be unpacked; returns the hidden columns of each sheet's part."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise Unreadable(damaged()) from error
    parts = archive.infolist()
    # The reader never unpacks more than these declared sizes.
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 500:
        raise Unreadable(
            _("Unpacked, the file is larger than %(limit)s MB. Save only the list, without images.")
            % {"limit": MAX_UNPACKED // MEGABYTE}
        )
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise Unreadable(_("This is no Excel file. Save the list as .xlsx or .csv and try again."))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            content = archive.read(part)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise Unreadable(no_entities())
    hidden = {}
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            with archive.open(name) as content:
                hidden[name] = hidden_columns(content)
    return hidden


def hidden_columns(content) -> set[int]:
    found: set[int] = set()
    for _event, element in iterparse(content, events=("end",)):
        tag = element.tag.rpartition("}")[2]
        if tag == "col" and element.get("hidden") in ("1", "true"):
            last = min(int(element.get("max", "1")), MAX_COLUMNS)
            found |= set(range(int(element.get("min", "1")), last + 1))
        if tag in ("cols", "row"):
            break
    return found


def rows_of(sheet, results, left_out: set[int]):
    """Rows that hold something; a formula counts by its stored result or its plain link."""
    count = 0
    pairs = zip(
        sheet.iter_rows(max_col=MAX_COLUMNS), results.iter_rows(max_col=MAX_COLUMNS), strict=False
    )
    for number, (cells, stored) in enumerate(pairs, start=1):
        texts, formulas = [], set()
        for position, cell in enumerate(cells):
            if cell.value is None or position + 1 in left_out:
                texts.append("")
                continue
            if cell.data_type == "f":
                link = HYPERLINK.match(str(cell.value))
                result = stored[position].value if position < len(stored) else None
                text = link.group(1) if link else as_text(result)
                if not text:
                    formulas.add(position)
                texts.append(text)
            elif cell.data_type == "e":
                texts.append("")
            else:
                texts.append(as_text(cell.value))
        if any(texts) or formulas:
            count += 1
            refuse_too_many(count)
            yield Row(number, trimmed(texts), frozenset(formulas))


def trimmed(texts: list[str]) -> tuple[str, ...]:
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def as_text(value: Any) -> str:
    """A cell as a person reads it: whole numbers without a point, days in German order."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        return value.strftime("%d.%m.%Y")
    # Control characters would end as an error of the database or of the next spreadsheet.
    text = "".join(c for c in str(value) if c == "\n" or c == "\t" or ord(c) >= 32)
    return text.replace("\xa0", " ").strip()[:MAX_CELL]


def refuse_too_many(count: int) -> None:
    if count > MAX_ROWS:
        raise Unreadable(
            ngettext(
                "The list has more than %(limit)s row. Split it into smaller files.",
                "The list has more than %(limit)s rows. Split it into smaller files.",
                MAX_ROWS,
            )
            % {"limit": MAX_ROWS}
        )


def read_csv(content: bytes) -> Spreadsheet:
    text = decoded(content)
    delimiter = likely_delimiter(text)
    rows, number = [], 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for cells in reader:
            number += 1
            texts = [as_text(cell) for cell in cells[:MAX_COLUMNS]]
            formulas = {position for position, one in enumerate(texts) if is_formula(one)}
            for position in formulas:
                link = HYPERLINK.match(texts[position])
                texts[position] = link.group(1) if link else ""
            if any(texts):
                refuse_too_many(len(rows) + 1)
                missing = frozenset(p for p in formulas if not texts[p])
                rows.append(Row(number, trimmed(texts), missing))
    except csv.Error as error:
        raise Unreadable(
            _("Row %(row)s of the file cannot be read. Save it as .xlsx and try again.")
            % {"row": number + 1}
        ) from error
    if not rows:
        raise Unreadable(_("The file holds no rows."))
    return Spreadsheet([Sheet("", rows)], is_csv=True)


def is_formula(text: str) -> bool:
    return bool(re.match(r"=[A-ZÄÖÜ.]+\(", text))


def decoded(content: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, otherwise Windows-1252."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif b"\0" in content:
        raise Unreadable(_("This is no list. Save it as .xlsx or .csv and try again."))
    else:
        encodings = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("This is no list. Save it as .xlsx or .csv and try again."))


def likely_delimiter(text: str) -> str:
    """The sign that divides the first rows most often; quoted cells do not count."""
    start = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:30]
    counts = {sign: sum(line.count(sign) for line in start) for sign in ";,\t"}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ";"


def column_letter(position: int) -> str:
    """What a spreadsheet calls the column: A for the first."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(position + 1)
