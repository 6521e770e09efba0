"""One record of one row: cleaned texts, what was left out, and why a row cannot be taken."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from kme_portal.base.searching import fold
from organisations.imports import wording
from organisations.imports.columns import Table
from organisations.imports.reading import Row
from organisations.models import OrganisationKind

POSTCODE_AND_CITY = re.compile(r"(?:\b[DN]-?)?\b(\d{5})\b[ \t,]*([^\d,;\n]*)")
MAILBOX_SIGNS = re.compile(r"[;,/|\s]+")


@dataclass(frozen=True)
class Problem:
    """A cell that was left out, or for which the whole row is refused."""

    column: str
    """Letter of the column, or "" where the whole row is meant."""
    text: str


@dataclass
class Record:
    """What a row says about an organisation and the people it names."""

    sheet: str
    row: int
    name: str = ""
    short_name: str = ""
    kind: str = OrganisationKind.ASSOCIATION
    kind_is_guessed: bool = False
    level: str = ""
    legal_form: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    person: str = ""
    function: str = ""
    """Slug of a term, or "" with the words in `function_note`."""
    function_note: str = ""
    emails: list[str] = field(default_factory=list)
    phone: str = ""
    mobile: str = ""
    website: str = ""
    umbrella: str = ""
    languages: list[str] = field(default_factory=list)
    may_be_invited: bool = True
    invitation_in_doubt: bool = False
    last_contact: str = ""
    last_contact_on: date | None = None
    remark: str = ""
    hints: list[Problem] = field(default_factory=list)
    """What the office should know, such as a sum that was not taken as a remark."""
    problems: list[Problem] = field(default_factory=list)
    """Cells left out, because they are wrong."""
    refusals: list[Problem] = field(default_factory=list)
    """Why the row cannot be taken at all."""
    raw: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name of the row in the form of the preview."""
        return f"{wording.sheet_key(self.sheet)}-{self.row}"

    @property
    def has_lost_letters(self) -> bool:
        return wording.has_lost_letters(self.name)

    @property
    def letter_language(self) -> str:
        """Language of letters: the first that the portal writes, otherwise German."""
        return next((one for one in self.languages if one in wording.LETTER_LANGUAGES), "de")


@dataclass(frozen=True)
class Skipped:
    """A row that is no record: a heading between rows, a sum."""

    sheet: str
    row: int
    text: str


def records_of(table: Table) -> tuple[list[Record], list[Skipped]]:
    records, skipped = [], []
    for row in table.rows:
        texts = Texts(table, row)
        if is_no_record(texts):
            words = " ".join(text for text in row.cells if text)
            skipped.append(Skipped(table.sheet, row.number, " ".join(words.split())[:120]))
            continue
        records.append(record_of(texts))
    return records, skipped


@dataclass(frozen=True)
class Texts:
    """The cells of a row by field."""

    table: Table
    row: Row

    def get(self, name: str) -> str:
        position = self.table.columns.get(name)
        if position is None or position >= len(self.row.cells):
            return ""
        return self.row.cells[position].strip()

    def line(self, name: str) -> str:
        return " ".join(self.get(name).split())


def is_no_record(texts: Texts) -> bool:
    filled = [text for text in texts.row.cells if text.strip()]
    first = fold(filled[0]) if filled else ""
    if first.rstrip(":") in wording.SUMS:
        return True
    name = texts.line("name")
    is_alone = not any(texts.get(one) for one in texts.table.columns if one != "name")
    return not filled or (is_alone and bool(re.match(r"^[^\w(\"'„“]", name)))


def record_of(texts: Texts) -> Record:
    record = Record(sheet=texts.table.sheet, row=texts.row.number, raw=texts.row.cells)
    read_name(record, texts)
    read_place(record, texts)
    read_kind(record, texts)
    read_person(record, texts)
    read_mailboxes(record, texts)
    read_phones(record, texts)
    read_website(record, texts)
    read_languages(record, texts)
    read_remarks(record, texts)
    read_invitation(record, texts)
    record.umbrella = texts.line("umbrella")[:200]
    for name, position in texts.table.columns.items():
        if position in texts.row.formulas and name != "number":
            record.hints.append(
                Problem(texts.table.letter(name), _("A formula without a result was left out."))
            )
    return record


def read_name(record: Record, texts: Texts) -> None:
    record.name = texts.line("name")
    column = texts.table.letter("name")
    if not record.name:
        record.refusals.append(Problem(column, _("The name of the organisation is missing.")))
    elif len(record.name) > 200:
        record.refusals.append(Problem(column, _("The name is longer than 200 characters.")))
    elif not any(c.isalpha() for c in record.name):
        record.refusals.append(Problem(column, _("The name holds no letters.")))
    record.short_name = texts.line("short_name")[:60] or wording.acronym_in(record.name)
    record.legal_form = wording.legal_form_of(record.name)
    if record.has_lost_letters:
        record.hints.append(
            Problem(column, _("Letters of the name were lost when the file was saved."))
        )


def read_place(record: Record, texts: Texts) -> None:
    record.street = texts.line("street")[:120]
    record.city = texts.line("city")[:80]
    column, code = texts.table.letter("postcode"), texts.line("postcode")
    for name in ("place", "address"):
        whole = texts.get(name)
        if not whole:
            continue
        column = texts.table.letter(name)
        match = POSTCODE_AND_CITY.search(whole)
        if match:
            code, city = code or match.group(1), " ".join(match.group(2).split())
            record.city = record.city or city[:80]
            before = " ".join(whole[: match.start()].replace("\n", " ").split()).strip(" ,;")
            record.street = record.street or before[:120]
        elif any(c.isdigit() for c in whole) and name == "address":
            record.street = record.street or " ".join(whole.split())[:120]
        else:
            record.city = record.city or " ".join(whole.split())[:80]
    if not code:
        return
    digits = re.sub(r"^[A-Z]{1,2}-?\s*", "", code.upper()).replace(" ", "")
    if digits.isdigit() and len(digits) == 4:
        # A spreadsheet that takes the postcode for a number drops its zero.
        digits = f"0{digits}"
    if re.fullmatch(r"\d{5}", digits):
        record.postcode = digits
    else:
        record.problems.append(
            Problem(column, _("“%(text)s” is no postcode.") % {"text": code[:40]})
        )


def read_kind(record: Record, texts: Texts) -> None:
    words = texts.line("type")
    record.level = wording.level_of(words)
    kind = wording.kind_of(words) if words else ""
    if not kind and wording.is_about_offices(texts.table.sheet, texts.table.headings):
        kind, record.kind_is_guessed = wording.kind_of(record.name), True
        kind = kind or OrganisationKind.AUTHORITY
    record.kind = kind or OrganisationKind.ASSOCIATION
    if record.kind != OrganisationKind.ASSOCIATION:
        record.level = record.legal_form = ""


def read_person(record: Record, texts: Texts) -> None:
    """The column of contacts holds names in one office and functions in the next."""
    person = " ".join(filter(None, [texts.line("first_name"), texts.line("person")]))
    words = texts.line("function")
    slug = wording.function_of(words)
    if not words and (named := wording.function_of(person)):
        slug, words, person = named, person, ""
    record.person = person[:150]
    record.function = slug
    record.function_note = "" if slug else words[:120]


def read_mailboxes(record: Record, texts: Texts) -> None:
    text = texts.get("email")
    column = texts.table.letter("email")
    text = re.sub(r"mailto:", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*(?:\(at\)|\[at\]|\sat\s)\s*", "@", text, flags=re.IGNORECASE)
    for piece in MAILBOX_SIGNS.split(text):
        address = piece.strip(" .<>()[]\"'").lower()
        if not address:
            continue
        try:
            validate_email(address)
        except ValidationError:
            if not address.isascii() and "@" in address:
                reason = _("“%(text)s” holds letters that mail servers refuse.")
            elif "@" not in address:
                # A name before the address, as in "Vorsitz <info@verein.example>".
                continue
            else:
                reason = _("“%(text)s” is no e-mail address.")
            record.problems.append(Problem(column, reason % {"text": address[:80]}))
            continue
        if len(address) <= 254 and address not in record.emails:
            record.emails.append(address)
    if text.strip() and "@" not in text:
        record.problems.append(
            Problem(column, _("“%(text)s” is no e-mail address.") % {"text": text.strip()[:80]})
        )


def read_phones(record: Record, texts: Texts) -> None:
    for name in ("phone", "mobile"):
        text = re.sub(r"^(tel|fon|mobil)[.:]*\s*", "", texts.line(name), flags=re.IGNORECASE)
        if not text:
            continue
        digits = re.sub(r"\D", "", text)
        if not 4 <= len(digits) <= 20 or len(text) > 40:
            record.problems.append(
                Problem(
                    texts.table.letter(name),
                    _("“%(text)s” is no telephone number.") % {"text": text[:80]},
                )
            )
            continue
        setattr(record, name, text)
        if text[0] not in "+0(":
            record.hints.append(
                Problem(texts.table.letter(name), _("The area code may be missing."))
            )
    if record.mobile and not record.phone:
        record.phone, record.mobile = record.mobile, ""


def read_website(record: Record, texts: Texts) -> None:
    text = texts.line("website")
    if not text:
        return
    address = text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        record.problems.append(
            Problem(
                texts.table.letter("website"),
                _("“%(text)s” is no web address.") % {"text": text[:80]},
            )
        )
        return
    record.website = address[:200]


def read_languages(record: Record, texts: Texts) -> None:
    text = texts.line("language")
    record.languages, unknown = wording.languages_in(text)
    if unknown:
        record.problems.append(
            Problem(
                texts.table.letter("language"),
                _("“%(text)s” is no language that is known here.") % {"text": unknown[:40]},
            )
        )


def read_remarks(record: Record, texts: Texts) -> None:
    record.remark = texts.get("remark")[:2000]
    record.last_contact = texts.line("last_contact")[:120]
    try:
        record.last_contact_on = datetime.strptime(record.last_contact, "%d.%m.%Y").date()  # noqa: DTZ007
    except ValueError:
        record.last_contact_on = None


def read_invitation(record: Record, texts: Texts) -> None:
    """An answer in the column counts; in doubt nobody is written to until the office says so."""
    answer = fold(texts.line("invite")).strip(" .!")
    wants_none = any(words in fold(record.remark) for words in wording.NO_MAIL)
    if answer in wording.YES:
        return
    if answer in wording.NO:
        record.may_be_invited = False
    elif answer or wants_none:
        record.may_be_invited, record.invitation_in_doubt = False, True
