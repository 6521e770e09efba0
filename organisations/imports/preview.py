"""What an import would do, row by row and cell by cell; the import does exactly this."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kme_portal.base.searching import fold
from organisations.imports import matching, reading, wording
from organisations.imports.columns import find_table
from organisations.imports.matching import Candidate, Index
from organisations.imports.people import existing_person, needs_notice, people_of
from organisations.imports.records import Problem, Record, Skipped, records_of
from organisations.models import (
    District,
    Organisation,
    OrganisationKind,
    Postcode,
    Term,
    TermKind,
)

NEW, CHANGED, SAME, KEPT = "new", "changed", "same", "kept"
# Columns of the register that a list may change; the others it only fills.
CHANGEABLE = ("street", "postcode", "city", "district", "phone", "email", "website")
FILLED = ("short_name", "level", "legal_form")


@dataclass(frozen=True)
class Cell:
    """One value of a row beside what the register holds."""

    field: str
    label: str
    state: str
    old: str
    new: str
    can_be_kept: bool = False


@dataclass
class Item:
    """A record, what is to become of it, and what that means cell by cell."""

    record: Record
    candidates: list[Candidate] = field(default_factory=list)
    decision: str = "new"
    """"new", "skip", "org-<id>" or "row-<key>"."""
    target: Organisation | None = None
    """The organisation it changes, where there is one already."""
    joined_to: "Item | None" = None
    """The row of the same file that means the same organisation."""
    district: District | None = None
    districts: list[District] = field(default_factory=list)
    """Districts to choose from, where the postcode lies in two."""
    umbrella: str | None = None
    """What the column of umbrellas means: "org-<id>" or "row-<key>"."""
    umbrella_label: str = ""
    keep: frozenset[str] = frozenset()
    cells: list[Cell] = field(default_factory=list)
    people: list[Cell] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.record.key

    @property
    def is_refused(self) -> bool:
        return bool(self.record.refusals)

    @property
    def is_sure(self) -> bool:
        return bool(self.candidates) and self.candidates[0].is_sure

    @property
    def state(self) -> str:
        """One word for the row: refused, skipped, new, changed, same or joined."""
        if self.is_refused:
            return "refused"
        if self.decision == "skip":
            return "skipped"
        if self.joined_to is not None:
            return "joined"
        if self.target is None:
            return NEW
        changes = any(cell.state in (NEW, CHANGED) for cell in [*self.cells, *self.people])
        return CHANGED if changes else SAME

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should decide something before the import."""
        return not self.is_refused and (
            bool(self.candidates and not self.is_sure)
            or bool(self.districts)
            or self.record.invitation_in_doubt
            or self.record.kind_is_guessed
        )


@dataclass
class Preview:
    items: list[Item]
    skipped: list[Skipped]
    notices: list[str]
    """Sentences about the file as a whole, such as hidden columns."""

    def in_state(self, *states: str) -> list[Item]:
        return [item for item in self.items if item.state in states]

    @property
    def to_inform(self) -> int:
        """How many addresses will be told by Article 14 where they come from."""
        return sum(
            cell.state == NEW and needs_notice(item.record, cell.old)
            for item in self.in_state(NEW, CHANGED, "joined")
            for cell in item.people
            if cell.field
        )


def build(file, *, filename: str, size: int, choices: Mapping[str, list[str]]) -> Preview:
    """The preview of a file with what was chosen so far; raises reading.Unreadable."""
    book = reading.read(file, filename=filename, size=size)
    preview = understand(book)
    decide(preview, choices)
    return preview


def understand(book: reading.Spreadsheet) -> Preview:
    items, skipped, notices = [], [], []
    if book.hidden_sheets:
        notices.append(
            _("Hidden sheets were left out: %(names)s.") % {"names": ", ".join(book.hidden_sheets)}
        )
    without_heading = []
    for sheet in book.sheets:
        table = find_table(sheet)
        if table is None:
            without_heading.append(sheet.name)
            continue
        if table.hidden_columns:
            notices.append(
                _("Hidden columns were left out: %(columns)s. Show them in the file if they count.")
                % {"columns": ", ".join(table.hidden_columns)}
            )
        if table.unknown:
            notices.append(
                _("These columns mean nothing to the register and were left out: %(names)s.")
                % {"names": ", ".join(table.unknown)}
            )
        records, left_out = records_of(table)
        items += [Item(record) for record in records]
        skipped += left_out
    if not items:
        raise reading.Unreadable(
            _(
                "No row with headings was found. The list needs a row with words such as "
                "“Name”, “PLZ”, “Ort” and “E-Mail”."
            )
        )
    if without_heading:
        notices.append(
            _("Sheets without headings were left out: %(names)s.")
            % {"names": ", ".join(without_heading)}
        )
    return Preview(items, skipped, notices)


def decide(preview: Preview, choices: Mapping[str, list[str]]) -> None:
    """Fill in what each row means: default, or what was chosen in the form."""
    places, districts = postcodes(), {row.ags: row for row in District.objects.all()}
    register, rows = matching.register_index(), Index()
    by_key = {}
    for item in preview.items:
        if item.is_refused:
            continue
        known = matching.known_of_record(item.record)
        item.candidates = sorted(
            [*register.candidates(known), *rows.candidates(known)],
            key=lambda c: (not c.is_sure, c.value.startswith("row"), -c.score),
        )[:4]
        choose(item, choices)
        place(item, places, districts, choices)
        by_key[f"row-{item.key}"] = item
        if not item.decision.startswith("row-"):
            rows.add(known)
    targets = Organisation.objects.select_related("district").prefetch_related(
        "languages", "representatives__function", "affiliations"
    )
    wanted = [i.decision[4:] for i in preview.items if i.decision.startswith("org-")]
    found = {f"org-{row.pk}": row for row in targets.filter(pk__in=wanted, merged_into=None)}
    firsts: dict[str, Item] = {}
    terms = {(t.kind, t.slug): t for t in Term.objects.filter(kind__in=USED_TERMS)}
    for item in preview.items:
        if item.is_refused:
            continue
        item.target = found.get(item.decision)
        item.joined_to = by_key.get(item.decision)
        if item.target is not None:
            # Of several rows about one organisation the first counts, the others only add.
            item.joined_to = firsts.get(item.decision)
            firsts.setdefault(item.decision, item)
        umbrella(item, register, rows)
        if item.decision.startswith("org-") and item.target is None:
            item.decision = "new"
        if item.joined_to is not None:
            # A chain of rows leads to its first one.
            while item.joined_to.joined_to is not None:
                item.joined_to = item.joined_to.joined_to
            item.target = item.joined_to.target
        describe(item, terms)


USED_TERMS = (TermKind.LANGUAGE, TermKind.FUNCTION)


def choose(item: Item, choices: Mapping[str, list[str]]) -> None:
    default = item.candidates[0].value if item.is_sure else "new"
    offered = {"new", "skip", *(candidate.value for candidate in item.candidates)}
    chosen = [value for value in choices.get(f"c-{item.key}", []) if value in offered]
    item.decision = ("skip" if "skip" in chosen else chosen[0]) if chosen else default
    item.keep = frozenset(choices.get(f"keep-{item.key}", []))
    record = item.record
    if (kind := first(choices, f"k-{item.key}")) in OrganisationKind.values:
        record.kind = kind
    if (answer := first(choices, f"i-{item.key}")) in ("yes", "no"):
        record.may_be_invited = answer == "yes"


def first(choices: Mapping[str, list[str]], name: str) -> str:
    found = choices.get(name) or [""]
    return found[0]


def postcodes() -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for code, ags in Postcode.objects.order_by("district_id").values_list("code", "district_id"):
        places.setdefault(code, []).append(ags)
    return places


def place(item: Item, places, districts: dict[str, District], choices) -> None:
    """The district of the postcode; of the town, where the postcode is missing."""
    record = item.record
    found = [districts[ags] for ags in places.get(record.postcode, [])]
    if len(found) == 1:
        item.district = found[0]
    elif len(found) > 1:
        item.districts = found
        by_name = [row for row in found if fold(row.name) == fold(record.city)]
        item.district = next(iter(by_name), None)
        chosen = first(choices, f"d-{item.key}")
        item.district = next((row for row in found if row.ags == chosen), item.district)
    elif not record.postcode and record.city:
        named = (row for row in districts.values() if fold(row.name) == fold(record.city))
        item.district = next(named, None)
    if record.postcode and not found:
        record.hints.append(
            Problem(
                "",
                _("The postcode %(code)s lies in no district of North Rhine-Westphalia.")
                % {"code": record.postcode},
            )
        )
    elif item.district is None and not found and record.kind == OrganisationKind.ASSOCIATION:
        record.hints.append(Problem("", _("Without a postcode the district stays empty.")))


def umbrella(item: Item, register: Index, rows: Index) -> None:
    words = item.record.umbrella
    if not words:
        return
    value = register.named(words) or rows.named(words)
    own = {item.decision, f"row-{item.key}"}
    if value is None:
        item.record.hints.append(
            Problem(
                "", _("“%(name)s” is not in the register, so it becomes a note.") % {"name": words}
            )
        )
    elif value not in own:
        item.umbrella = value
        known = register.entries.get(value) or rows.entries[value]
        item.umbrella_label = known.label


def describe(item: Item, terms: dict[tuple[str, str], Term]) -> None:
    """The cells of a row: what is new, changed, the same, or stays as it is."""
    record, target = item.record, item.target
    labels = {
        f.name: str(f.verbose_name)
        for f in Organisation._meta.get_fields()
        if hasattr(f, "verbose_name")
    }
    values = values_of(item)
    for name in ("name", *FILLED, *CHANGEABLE):
        new = values.get(name)
        if not new:
            continue
        old = getattr(target, name) if target else None
        shown = shown_value(name, new)
        if target is None:
            state = NEW if item.joined_to is None else KEPT
        elif not old:
            state = NEW
        elif same_value(name, old, new):
            state = SAME
        elif name in CHANGEABLE and item.joined_to is None and name not in item.keep:
            state = CHANGED
        else:
            state = KEPT
        can_be_kept = (
            name in CHANGEABLE and item.joined_to is None and state in (CHANGED, KEPT) and bool(old)
        )
        old_text = shown_value(name, old) if old else ""
        item.cells.append(Cell(name, labels[name], state, old_text, shown, can_be_kept))
    known = {term.slug for term in target.languages.all()} if target else set()
    for slug in record.languages:
        if term := terms.get((TermKind.LANGUAGE, slug)):
            state = SAME if slug in known else NEW
            old = term.name if state == SAME else ""
            item.cells.append(Cell("languages", labels["languages"], state, old, term.name))
    if item.umbrella_label:
        links = item.target.affiliations.all() if item.target else ()
        known_links = {f"org-{link.umbrella_id}" for link in links if link.to_on is None}
        state = SAME if item.umbrella in known_links else NEW
        item.cells.append(Cell("umbrella", _("umbrella"), state, "", item.umbrella_label))
    describe_people(item, terms)


def values_of(item: Item) -> dict:
    record = item.record
    return {
        "name": record.name,
        "short_name": record.short_name,
        "level": record.level,
        "legal_form": record.legal_form,
        "street": record.street,
        "postcode": record.postcode,
        "city": record.city,
        "district": item.district,
        "phone": record.phone,
        "email": next((one for one in record.emails if wording.is_club_mailbox(one)), ""),
        "website": record.website,
    }


def shown_value(name: str, value) -> str:
    if name in ("level", "legal_form"):
        choices = dict(Organisation._meta.get_field(name).flatchoices)
        return str(choices.get(value, value))
    return str(value)


def same_value(name: str, old, new) -> bool:
    if name == "phone":
        return digits(old) == digits(new)
    if name == "website":
        return bare(old) == bare(new)
    if name == "district":
        return old == new
    if name == "name":
        return matching.same_letters(matching.plain_name(old), matching.plain_name(new)) == 1.0
    return " ".join(fold(old).split()) == " ".join(fold(new).split())


def digits(text: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^\s*(?:\+49|0049)", "0", text)).lstrip("0")


def bare(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", text.lower()).rstrip("/")


def describe_people(item: Item, terms: dict[tuple[str, str], Term]) -> None:
    known = item.target.representatives.all() if item.target else ()
    for person in people_of(item.record):
        term = terms.get((TermKind.FUNCTION, person.function))
        function = term.name if term else person.function_note
        label = ", ".join(filter(None, [person.name, function])) or _("mailbox of the organisation")
        row = existing_person(known, person)
        state = NEW if row is None else SAME
        item.people.append(Cell(person.email, label, state, person.name, person.email))
