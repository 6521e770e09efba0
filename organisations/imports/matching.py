"""Which organisation of the register, or which earlier row, a record probably means."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from kme_portal.base.searching import fold
from organisations.imports.records import Record
from organisations.imports.wording import LOST, acronym_in
from organisations.models import Organisation, Representative

LEGAL_FORMS = re.compile(
    r"\b(?:e\.?\s?v\.?(?:\s*i\.?\s?g\.?)?|ggmbh|gmbh|k\.?\s?d\.?\s?o\.?\s?r\.?)(?=\W|$)"
)
FILLERS = {"und", "der", "die", "das", "des", "in", "im", "fur", "von", "umgebung", "e", "v"}
# Which share of the letters of two names must agree, besides the place.
SURE, LIKELY, POSSIBLE = 0.85, 0.7, 0.55
# How many entries one record is compared with at most.
MOST_COMPARED = 80


@dataclass(frozen=True)
class Known:
    """What is known of an organisation to compare with: of the register, or of a row."""

    value: str
    """"org-12" or "row-vereine-7", as the form of the preview names it."""
    label: str
    names: tuple[str, ...]
    """Plain names: folded, without legal form, acronym and signs."""
    short_names: frozenset[str]
    postcode: str
    city: str
    emails: frozenset[str]


@dataclass(frozen=True)
class Candidate:
    value: str
    label: str
    score: float
    is_sure: bool


@dataclass
class Index:
    """Finds what is worth comparing: by beginnings of words, mailbox, postcode."""

    entries: dict[str, Known] = field(default_factory=dict)
    by_mark: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, known: Known) -> None:
        self.entries[known.value] = known
        for mark in marks_of(known):
            self.by_mark[mark].add(known.value)

    def candidates(self, known: Known, *, limit: int = 3) -> list[Candidate]:
        found = [
            candidate
            for value in self._worth_comparing(known)
            if (candidate := compare(known, self.entries[value]))
        ]
        # The register comes before the file where both fit alike.
        found.sort(key=lambda c: (not c.is_sure, -c.score, c.value.startswith("row"), c.value))
        return found[:limit]

    def _worth_comparing(self, known: Known) -> set[str]:
        """Those that share something rare with it, so that a long list stays quick."""
        values: set[str] = set()
        buckets = sorted((self.by_mark.get(mark, ()) for mark in marks_of(known)), key=len)
        for bucket in buckets:
            if values and len(values) + len(bucket) > MOST_COMPARED:
                break
            values.update(sorted(bucket)[:MOST_COMPARED])
        values.discard(known.value)
        return values

    def named(self, words: str) -> str | None:
        """The one entry that an umbrella's column names: by name, acronym or abbreviation."""
        name, short = plain_name(words), fold(words).strip(" .")
        exact = [k.value for k in self.entries.values() if name in k.names]
        if exact:
            return exact[0]
        by_short = [k.value for k in self.entries.values() if short in k.short_names]
        if len(by_short) == 1:
            return by_short[0]
        abbreviated = [
            k.value for k in self.entries.values() if any(abbreviates(name, n) for n in k.names)
        ]
        return abbreviated[0] if len(abbreviated) == 1 else None


def plain_name(text: str) -> str:
    """Folded name without legal form, acronym and signs; lost letters stay as "?"."""
    text = re.sub(r"\([^()]*\)", " ", text)
    for sign in LOST:
        text = text.replace(sign, "?")
    text = LEGAL_FORMS.sub(" ", fold(text))
    return " ".join(re.sub(r"[^\w?]+", " ", text).split())


def initials(name: str) -> str:
    """ "bag" of "Bund Alevitischer Gemeinden"."""
    words = [word for word in name.split() if word not in FILLERS]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def abbreviates(short: str, name: str) -> bool:
    """Whether each word of one begins the word of the other in the same place."""
    ours, theirs = short.split(), name.split()
    return (
        len(ours) == len(theirs) > 1
        and all(b.startswith(a) for a, b in zip(ours, theirs, strict=True))
        and sum(map(len, ours)) >= 8
    )


def marks_of(known: Known) -> set[str]:
    marks = {f"@{email}" for email in known.emails}
    for name in known.names:
        marks.add(f"={name}")
        for word in name.replace("?", " ").split():
            if word not in FILLERS:
                marks.add(word[:4])
    return marks


def same_letters(one: str, other: str) -> float:
    """Share of pairs of letters that two names have in common (Dice); lost letters fit any."""
    if "?" in one or "?" in other:
        if fits(one, other):
            return 1.0
        one, other = one.replace("?", ""), other.replace("?", "")
    if one == other:
        return 1.0
    pairs_one, pairs_other = pairs(one), pairs(other)
    total = len(pairs_one) + len(pairs_other)
    return 2 * len(pairs_one & pairs_other) / total if total else 0.0


@lru_cache(maxsize=20_000)
def pairs(text: str) -> frozenset[str]:
    return frozenset(f" {word} "[i : i + 2] for word in text.split() for i in range(len(word) + 1))


def numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def fits(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return all(a == b or "?" in (a, b) for a, b in zip(one, other, strict=True))


def compare(one: Known, other: Known) -> Candidate | None:
    score = max((same_letters(a, b) for a in one.names for b in other.names), default=0.0)
    same_place = bool(
        (one.postcode and one.postcode == other.postcode)
        or (one.city and fold(one.city) == fold(other.city))
    )
    other_place = bool(one.city and other.city and not same_place)
    same_mailbox = bool(one.emails & other.emails)
    if not any(numbers(a) == numbers(b) for a in one.names for b in other.names):
        # "Gruppe 1" and "Gruppe 2" differ by one sign and are two.
        score = min(score, POSSIBLE)
    is_sure = (
        (score == 1.0 and not other_place)
        or (same_mailbox and score >= 0.3)
        or (same_place and score >= LIKELY)
    )
    if not (is_sure or same_mailbox or score >= SURE or (same_place and score >= POSSIBLE)):
        return None
    return Candidate(other.value, other.label, score + same_mailbox, is_sure)


def known_of_record(record: Record) -> Known:
    short = {fold(text) for text in (record.short_name, acronym_in(record.name)) if text}
    name = plain_name(record.name)
    return Known(
        value=f"row-{record.key}",
        label=record.name,
        names=(name,),
        short_names=frozenset(short | {initials(name)} - {""}),
        postcode=record.postcode,
        city=record.city,
        emails=frozenset(record.emails),
    )


def register_index(within: Collection[int] | None = None) -> Index:
    """Every organisation of the register that was not merged away, or of these alone."""
    rows = Organisation.objects.filter(merged_into=None)
    people = Representative.objects.exclude(email="").exclude(organisation=None)
    if within is not None:
        rows = rows.filter(pk__in=within)
        people = people.filter(organisation__in=within)
    mailboxes: dict[int, set[str]] = defaultdict(set)
    for pk, email in people.values_list("organisation_id", "email"):
        mailboxes[pk].add(email.lower())
    index = Index()
    for row in rows.only("name", "short_name", "other_names", "postcode", "city", "email"):
        names = [row.name, *row.other_names.split(";")]
        plain = tuple(dict.fromkeys(filter(None, map(plain_name, names))))
        short = {fold(text) for text in (row.short_name, acronym_in(row.name)) if text}
        emails = mailboxes[row.pk] | ({row.email.lower()} if row.email else set())
        place = f", {row.city}" if row.city else ""
        index.add(
            Known(
                value=f"org-{row.pk}",
                label=f"{row.name}{place}",
                names=plain,
                short_names=frozenset(short | {initials(name) for name in plain} - {""}),
                postcode=row.postcode,
                city=row.city,
                emails=frozenset(emails),
            )
        )
    return index
