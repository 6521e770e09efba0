"""Files as offices keep them, and files that must not be opened."""

import io
import time
import zipfile

import openpyxl
import pytest

from organisations.imports import reading
from organisations.imports.columns import find_table
from organisations.imports.reading import Unreadable
from organisations.imports.records import records_of

HEADING = ["Verein", "PLZ", "Ort", "E-Mail"]


def xlsx(*rows, **sheets) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, filename="liste.xlsx"):
    return reading.read(io.BytesIO(content), filename=filename, size=len(content))


def records(content: bytes, filename="liste.xlsx"):
    found = []
    for sheet in read(content, filename).sheets:
        table = find_table(sheet)
        if table is not None:
            found += records_of(table)[0]
    return found


def test_the_heading_is_found_below_titles_and_gaps():
    content = xlsx(["Verteiler"], ["Stand: heute"], [], HEADING, ["Verein A", 42651, "Solingen"])

    [record] = records(content)

    assert (record.row, record.name, record.postcode) == (5, "Verein A", "42651")


def test_rows_that_divide_or_add_up_are_no_records():
    content = xlsx(
        ["Nr", *HEADING],
        [1, "Verein A", 42651, "Solingen"],
        [None, "— Nachträge —"],
        ["Summe", "=COUNTA(B2:B2)"],
    )

    assert [record.name for record in records(content)] == ["Verein A"]


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [(42651, "42651"), (42651.0, "42651"), (1067, "01067"), ("D-42651", "42651"), ("4265x", "")],
)
def test_postcodes_are_mended_where_the_spreadsheet_broke_them(typed, postcode):
    [record] = records(xlsx(HEADING, ["Verein A", typed, "Solingen"]))

    assert record.postcode == postcode
    assert bool(record.problems) is (postcode == "")


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("info@a.example; kontakt@a.example", ["info@a.example", "kontakt@a.example"]),
        ("info@a.example, kontakt@a.example", ["info@a.example", "kontakt@a.example"]),
        ("info@a.example\nkontakt@a.example.", ["info@a.example", "kontakt@a.example"]),
        ("info@a.example / kontakt@a.example", ["info@a.example", "kontakt@a.example"]),
        ("mailto:info at a.example", ["info@a.example"]),
        ("Vorsitz <Info@A.example>", ["info@a.example"]),
        ("geschäftsstelle@a.example, info@a.example", ["info@a.example"]),
        ("keine", []),
    ],
)
def test_mailboxes_are_taken_apart(cell, emails):
    [record] = records(xlsx(HEADING, ["Verein A", 42651, "Solingen", cell]))

    assert record.emails == emails


def test_a_mailbox_with_umlauts_is_left_out_and_said():
    [record] = records(xlsx(HEADING, ["Verein A", 42651, "Solingen", "büro@a.example"]))

    assert [problem.column for problem in record.problems] == ["D"]


def test_formulas_are_not_evaluated_but_plain_links_are_read():
    heading = [*HEADING, "Bemerkung", "Homepage"]
    row = ["A e.V.", 42651, "Solingen", "", "=SUM(B1:B2)", '=HYPERLINK("http://a.example")']

    [record] = records(xlsx(heading, row))

    assert (record.remark, record.website) == ("", "http://a.example")
    assert [hint.column for hint in record.hints] == ["E"]


def test_a_hidden_column_is_left_out_and_named():
    book = openpyxl.Workbook()
    book.active.append([*HEADING, "Bemerkung"])
    book.active.append(["A e.V.", 42651, "Solingen", "", "geheim"])
    book.active.column_dimensions["E"].hidden = True
    file = io.BytesIO()
    book.save(file)

    [sheet] = read(file.getvalue()).sheets

    assert sheet.hidden_columns == ["E"]
    assert "geheim" not in str(sheet.rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_text_files_are_read_in_the_usual_encodings_and_with_the_usual_signs(encoding, sign):
    line = sign.join(["Münster", "48143 Münster", '"a@m.example\nb@m.example"'])
    text = f"{sign.join(['Name', 'PLZ Ort', 'Mail'])}\r\n{line}\r\n"

    [record] = records(text.encode(encoding), "liste.csv")

    assert (record.name, record.postcode, record.emails) == (
        "Münster",
        "48143",
        ["a@m.example", "b@m.example"],
    )


@pytest.mark.parametrize(
    ("answer", "remark", "may", "doubt"),
    [
        ("ja", "", True, False),
        ("x", "will keine Post", True, False),
        ("nein", "", False, False),
        ("?", "", False, True),
        ("", "will keine Post", False, True),
        ("", "NUR per WhatsApp", True, False),
    ],
)
def test_in_doubt_nobody_is_written_to(answer, remark, may, doubt):
    content = xlsx([*HEADING, "Einladen?", "Bemerkung"], ["A", 1, "O", "", answer, remark])

    [record] = records(content)

    assert (record.may_be_invited, record.invitation_in_doubt) == (may, doubt)


def test_a_row_without_a_name_is_refused_with_row_and_column():
    [record] = records(xlsx(HEADING, ["", 42651, "Solingen", "info@a.example"]))

    assert record.row == 2
    assert [problem.column for problem in record.refusals] == ["A"]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (60 * 1024 * 1024))
    return file.getvalue()


def with_entities() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>',
        )
    return file.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "filename"),
    [
        (b"", "leer.csv"),
        (b"PK\x03\x04 kaputt", "liste.xlsx"),
        (b"%PDF-1.7 \0\0", "liste.csv"),
        (b"kein Excel", "liste.xlsx"),
        (OLD, "alt.xls"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "geheim.xlsx"),
        (bomb(), "bombe.xlsx"),
        (with_entities(), "entitaeten.xlsx"),
        (b"Name;Ort\n" + b"Verein;Solingen\n" * 100_000, "lang.csv"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_once_with_a_sentence(content, filename):
    began = time.monotonic()

    with pytest.raises(Unreadable) as refused:
        read(content, filename)

    assert str(refused.value).endswith(".")
    assert time.monotonic() - began < 5


def test_a_huge_file_is_refused_before_it_is_read():
    with pytest.raises(Unreadable):
        reading.read(io.BytesIO(b""), filename="riesig.xlsx", size=50 * 1024 * 1024)


def test_a_spreadsheet_of_too_many_rows_is_refused():
    content = xlsx(HEADING, *(["Verein", 42651, "Solingen", ""] for _ in range(1_100)))

    with pytest.raises(Unreadable):
        read(content)
