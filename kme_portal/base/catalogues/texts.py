"""What there is to translate: the marked texts of an app's Python files and templates."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent.parent
BASE = "kme_portal/base"
ACCOUNTS = "kme_portal/accounts"
MAILINGS = "kme_portal/mailings"
APPS = (
    "organisations",
    "events",
    "dialogues",
    "funding",
    BASE,
    MAILINGS,
    ACCOUNTS,
    "kme_portal/pages",
)
# Folders under templates/ that do not bear the name of their app; all others belong to base.
TEMPLATE_FOLDERS = {app.rsplit("/")[-1]: app for app in APPS} | dict.fromkeys(
    ("account", "allauth", "mfa", "usersessions"), ACCOUNTS
)

# Functions by name, and which of their arguments are context (c), text, and plural.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...]] = {
    "_": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CALL = re.compile(r"\b(_|gettext|ngettext|pgettext|npgettext)\(")


@dataclass(frozen=True)
class Text:
    """A source text, with its plural and context where it has them, and the file it stands in."""

    source: str
    plural: str | None
    context: str | None
    place: str


def texts_of(app: str) -> list[Text]:
    """All marked texts of an app; raises SyntaxError for a template that cannot be read."""
    found: list[Text] = []
    for path in python_files(app):
        found += in_python(path.read_bytes(), place=str(path.relative_to(ROOT)))
    for path in templates_of(app):
        found += in_template(path.read_text(), place=str(path.relative_to(ROOT)))
    return found


def python_files(app: str) -> Iterator[Path]:
    for path in sorted((ROOT / app).rglob("*.py")):
        if "migrations" not in path.relative_to(ROOT / app).parts:
            yield path
    if app == BASE:
        yield from sorted((ROOT / "kme_portal").glob("*.py"))


def templates_of(app: str) -> Iterator[Path]:
    yield from sorted((ROOT / app).rglob("templates/**/*.html"))
    shared = ROOT / "templates"
    for path in sorted([*shared.rglob("*.html"), *shared.rglob("*.txt")]):
        # The first folder that bears an app's name decides: admin/events/ belongs to events.
        named = (TEMPLATE_FOLDERS.get(folder) for folder in path.relative_to(shared).parent.parts)
        if next(filter(None, named), BASE) == app:
            yield path


def in_python(source: bytes, *, place: str) -> Iterator[Text]:
    for _line, messages, _comments, context in extract("python", BytesIO(source), KEYWORDS):
        yield from as_text(messages, context, place)


def as_text(messages: str | tuple[str, ...], context: str | None, place: str) -> Iterator[Text]:
    source, *rest = (messages,) if isinstance(messages, str) else messages
    if source:
        yield Text(source, rest[0] if rest else None, context, place)


def in_template(source: str, *, place: str) -> Iterator[Text]:
    """Django turns its tags into calls and blots out the rest, but leaves no valid Python."""
    calls = templatize(source, origin=place)
    for found in CALL.finditer(calls):
        arguments = [argument for argument in arguments_of(calls, found) if argument is not None]
        match found[1], arguments:
            case (("_" | "gettext"), [text]):
                yield Text(text, None, None, place)
            case "ngettext", [text, plural]:
                yield Text(text, plural, None, place)
            case "pgettext", [context, text]:
                yield Text(text, None, context, place)
            case "npgettext", [context, text, plural]:
                yield Text(text, plural, context, place)
            case _:
                raise SyntaxError(f"{place}: a text cannot be read: {found[0]}…")


def arguments_of(calls: str, found: re.Match[str]) -> list[str | None]:
    """The arguments of the call that begins here; None for one that is no text."""
    for end in re.finditer(r"\)", calls[found.end() :]):
        try:
            tree = ast.parse(calls[found.start() : found.end() + end.end()], mode="eval")
        except SyntaxError:
            continue
        assert isinstance(tree.body, ast.Call)
        return [
            argument.value
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            else None
            for argument in tree.body.args
        ]
    return []
