"""Spreadsheets that leave the portal: typed text stays text, whatever it begins with.

openpyxl is imported where a book is written: most web processes never write one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from kme_portal.base.words import without_control_signs

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that begins so is a formula to some program, in full-width letters too.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def neutral(text: str) -> str:
    """Text that no spreadsheet program takes for a formula."""
    text = without_control_signs(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str) -> bytes:
    """A workbook of one sheet with a fixed head row; moments in Berlin time."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(neutral(title)[:31])
    sheet.freeze_panes = "A2"
    for number, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(str(head)) + 2)
    sheet.append([_cell(sheet, head, bold=True) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet, value, *, bold: bool = False):
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, datetime):
        value = timezone.localtime(value).replace(tzinfo=None)
    elif value is not None and not isinstance(value, bool | int | float | date):
        value = neutral(str(value))
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def xlsx_response(content: bytes, filename: str) -> HttpResponse:
    """A download that no cache keeps."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "no-store"
    return response
