"""Sends every form of a page as no honest browser would, and tells what that did.

First each form is sent as somebody honest fills it in, twice: what differs between the two is
chance (moments, tokens), what is the same is what the form does. Then it is sent with the number
of another's row in place of each of its own, to the addresses of another's rows, and with a value
for every field that it does not offer. Whatever was done is undone after each.
"""

import json
import re
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.hostile.filling import PLANTED, Answers, besides, fillings, turns
from tests.hostile.forms import Control, Form, posts_of
from tests.hostile.rows import Key, Outcome, outcome, rows_now
from tests.hostile.strangers import FIRST, THEIRS

THEIR_NUMBER = re.compile(rf"(?<![\w.-]){FIRST // 1000}\d{{3}}(?![\w.])")
NAMES_A_ROW = {"id", "public_id", "uid", "slug", "ags"}
CHOSEN_NOT_TYPED = {"hidden", "number", "select", "radio", "checkbox"}
ALSO_SAVE = {"_continue", "_addanother"}
FEW = 2
"""Turns of values for the office's forms, which are large and Django's own."""
Changes = list[tuple[str, str, dict[str, Any]]]
"""What happened to a row, its table, and its columns."""


@dataclass
class Swept:
    """What was sent from one page, and what came of it."""

    forms: int = 0
    posts: int = 0
    quiet: list[str] = field(default_factory=list)
    """Forms that did nothing even when filled in honestly: nothing is proven of them."""
    found: list[str] = field(default_factory=list)


class Sweep:
    def __init__(self, client: Client, url: str, theirs: dict[Key, str]):
        self.client, self.url, self.theirs = client, url, theirs
        self.before = rows_now()
        self.answer = b""
        self.offered: set[str] = set()
        self.swept = Swept()

    def forms(self) -> Swept:
        """Every form of the page, and those of a shape only once."""
        self.forms_in(self.client.get(self.url).content, set())
        return self.swept

    def forms_in(self, page: bytes, known: set) -> None:
        forms = list(posts_of(page.decode(errors="replace")))
        # Which of its forms was sent, a page may tell by a field that only one of them has.
        self.offered = {name for form in forms for name in form.fields}
        for form in forms:
            target = form.action if form.action.startswith("/") else self.url
            for button in [one for one in form.buttons if one[0] not in ALSO_SAVE] or [None]:
                shape = (view_of(self.url), view_of(target), frozenset(form.controls), button)
                if shape in known:
                    continue
                known.add(shape)
                if not self.form(form, target, dict([button] if button else []), known):
                    # Elsewhere it may do something.
                    known.remove(shape)

    def form(self, form: Form, target: str, button: Answers, known: set) -> bool:
        """Whether the form did something, so that something was proven."""
        self.swept.forms += 1
        honest, answers = self.honest(form, target, button)
        name = f"{target} {button or ''}".strip()
        if not honest.tables:
            self.swept.quiet.append(view_of(target))
            # Somebody may be asked once more.
            offered = self.offered
            self.forms_in(self.answer, known)
            self.offered = offered
        first, second = changes(honest), changes(self.sent(target, answers))
        most = FEW if self.is_of_the_office() else turns(honest.tables)
        for turn in range(min(most, turns(honest.tables))):
            third = changes(self.sent(target, self.besides(form, honest, turn) | answers))
            self.tell(f"{name}: what was not offered", unlike(first, second, third))
        if self.is_of_the_office():
            return bool(honest.tables)
        for control in form.controls.values():
            for value in self.others_of(control):
                swapped = self.sent(target, answers | {control.name: value})
                self.tell(f"{name}: {control.name}={value}", self.theirs_in(swapped, value))
        for other in self.other_addresses(target):
            did = self.sent(other, answers)
            self.tell(f"sent to {other}", [f"did {change}" for change in changes(did)])
        return bool(honest.tables)

    def addresses(self) -> Swept:
        """The page's own address, with another's row in place of each of its own."""
        if not self.is_of_the_office():
            for other in self.other_addresses(self.url):
                with undone():
                    answer = copy_of(self.client).get(other)
                    did = outcome(self.before, rows_now())
                self.swept.posts += 1
                if THEIRS.encode() in answer.content:
                    self.swept.found.append(f"{other} shows what is another's")
                self.tell(f"opened {other}", self.theirs_in(did, str(FIRST)))
        return self.swept

    def honest(self, form: Form, target: str, button: Answers) -> tuple[Outcome, Answers]:
        """What the form does, and the answers with which it does it; the fullest that it takes."""
        for answers in fillings(form):
            did = self.sent(target, answers | button)
            if did.tables:
                break
        return did, answers | button

    def sent(self, target: str, answers: Answers) -> Outcome:
        self.swept.posts += 1
        for file in (one for values in answers.values() for one in values):
            if hasattr(file, "seek"):
                file.seek(0)
        with undone():
            self.answer = copy_of(self.client).post(target, answers).content
            return outcome(self.before, rows_now())

    def besides(self, form: Form, honest: Outcome, turn: int) -> Answers:
        planted = besides(form, honest.tables, turn)
        return {name: value for name, value in planted.items() if name not in self.offered}

    def others_of(self, control: Control) -> list[str]:
        """What another's row is called where this names one of one's own; nothing offered."""
        if control.kind not in CHOSEN_NOT_TYPED or control.name == "csrfmiddlewaretoken":
            return []
        found = {other for value in control.values for other in self.others_like(value)}
        return sorted((found | {str(FIRST)}) - set(control.choices))

    def others_like(self, value: str) -> set[str]:
        """Where this value names one of our rows: what names another's in the same table."""
        if not value:
            return set()
        tables = {
            (table, column)
            for (table, _key), row in self.before.items()
            if f'"{value}"' in row or f": {value}" in row
            for column, said in json.loads(row).items()
            if column in NAMES_A_ROW and str(said) == value
        }
        rows = [(table, json.loads(row)) for (table, _key), row in self.theirs.items()]
        return {
            str(row[column])
            for wanted, column in tables
            for table, row in rows
            if table == wanted and row.get(column)
        }

    def other_addresses(self, url: str) -> list[str]:
        """The same page of another's rows: one part of the address swapped, then all."""
        try:
            match = resolve(urlsplit(url).path)
        except Resolver404:
            return []
        others = {
            name: sorted(self.others_like(str(value)))
            for name, value in match.captured_kwargs.items()
            if name not in ("token", "key", "language")
        }
        swaps = [{name: other} for name, found in others.items() for other in found]
        every = {name: found[0] for name, found in others.items() if found}
        if len(every) > 1:
            swaps.append(every)
        return [reverse(match.view_name, kwargs=match.captured_kwargs | swap) for swap in swaps]

    def theirs_in(self, did: Outcome, value: str) -> list[str]:
        """Rows of another's that are no longer as they were, and rows that now name theirs."""
        touched = [f"touched {key}" for key in did.touched & self.theirs.keys()]
        named = [
            f"{table} names another's: {row}"
            for (table, _key), row in did.written.items()
            if THEIR_NUMBER.search(told := json.dumps(row)) or f'"{value}"' in told
        ]
        return touched + named

    def is_of_the_office(self) -> bool:
        """The office keeps everybody's rows; which of them, the table of roles says."""
        return urlsplit(self.url).path.startswith("/verwaltung/")

    def tell(self, what: str, found: list[str]) -> None:
        self.swept.found += [f"{what}: {one}" for one in found]


def changes(did: Outcome) -> Changes:
    parts = (("new", did.new), ("changed", did.changed), ("gone", did.gone))
    return [
        (what, table, rows[table, key])
        for what, rows in parts
        for table, key in sorted(rows, key=_by_number)
    ]


def _by_number(key: Key) -> tuple[str, int, str]:
    table, number = key
    return table, int(number) if number.isdecimal() else 0, number


def unlike(first: Changes, second: Changes, third: Changes) -> list[str]:
    """Where the third differs from the first, and the second did not."""
    if [change[:2] for change in first] != [change[:2] for change in third]:
        return [f"did {third} instead of {first}"]
    found = []
    for (_what, table, row), (_, _, again), (_, _, other) in zip(first, second, third, strict=True):
        for column, value in other.items():
            usual = row.get(column)
            is_chance = usual != again.get(column)
            if value != usual and (not is_chance or planted_in(value) - planted_in(usual)):
                found.append(f"{table}.{column} became {json.dumps(value)}, not {usual!r}")
    return found


def planted_in(value: Any) -> set[str]:
    told = json.dumps(value)
    return {plant for plant in (*PLANTED, str(FIRST)) if plant in told}


class undone:
    """Whatever is written within is taken back."""

    def __enter__(self):
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, *error):
        transaction.set_rollback(True)
        return self.atomic.__exit__(*error)


def copy_of(client: Client) -> Client:
    """Signed in the same way; what it learns, the other does not."""
    other = Client()
    other.cookies = copy(client.cookies)
    return other


def view_of(url: str) -> str:
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return url
