"""What is wrong with the catalogues, in words for whoever translates."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message

from kme_portal.base.catalogues.files import (
    LANGUAGES,
    entries,
    identity,
    is_translated,
    read,
    template,
    translations_of_all_apps,
)
from kme_portal.base.catalogues.texts import APPS

PLACEHOLDER = re.compile(r"%\(\w+\)[a-zA-Z]|%[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]*>")
# What a language writes in another way, and what it writes instead.
FOREIGN_SIGNS = {
    "de": [
        (re.compile('"'), "quotation marks: „…“"),
        (re.compile(r"§ (?=\d)|\d (?=Uhr\b)"), "a no-break space between number and sign"),
    ],
    "tr": [
        (re.compile('["„]'), "quotation marks: “…”"),
        (re.compile(r"\w'\w"), "the apostrophe: ’"),
    ],
    "ar": [
        (re.compile('["“„]'), "quotation marks: «…»"),
        (re.compile("(?<=[\u0621-\u0652])[,;?]"), "comma, semicolon and question mark: ، ؛ ؟"),
        (re.compile("[\u0660-\u0669]"), "Latin digits"),
        (re.compile("\u0627\u064b"), "tanwin before the alif"),
    ],
}
# A number may be said in words where a form stands for one or two of a thing.
COUNTS = {"%(count)s", "%(count)d", "%(counter)s", "%(number)s", "%(number)d", "%d"}


def problems() -> list[str]:
    """One line for every missing, superfluous, unsure, empty or broken translation."""
    return [*catalogue_problems(), *contradictions()]


def catalogue_problems() -> Iterator[str]:
    for app in APPS:
        wanted = {identity(message): message for message in entries(template(app))}
        for language in LANGUAGES:
            there = {identity(message): message for message in entries(read(app, language))}
            where = f"{app} {language}"
            for key in wanted.keys() - there.keys():
                yield f"{where}: missing: {key[1]!r} (run: make messages)"
            for key in there.keys() - wanted.keys():
                yield f"{where}: no longer used: {key[1]!r} (run: make messages)"
            for key in wanted.keys() & there.keys():
                yield from message_problems(where, wanted[key], there[key])
                yield from sign_problems(where, language, there[key])
            for message in entries(read(app, language, "overrides.po")):
                yield from message_problems(f"{where} overrides", message, message)


def message_problems(where: str, wanted: Message, there: Message) -> Iterator[str]:
    source = identity(wanted)[1]
    if bool(wanted.pluralizable) != bool(there.pluralizable):
        yield f"{where}: plural differs: {source!r} (run: make messages)"
        return
    if there.fuzzy:
        yield f"{where}: marked fuzzy: {source!r}"
    if not is_translated(there):
        yield f"{where}: not translated: {source!r}"
        return
    sources = (wanted.id,) if isinstance(wanted.id, str) else tuple(wanted.id)
    strings = (there.string,) if isinstance(there.string, str) else tuple(there.string or ())
    allowed = {frozenset(PLACEHOLDER.findall(text)) for text in sources}
    allowed |= {placeholders - COUNTS for placeholders in allowed if len(strings) > 1}
    for string in strings:
        if frozenset(PLACEHOLDER.findall(string)) not in allowed:
            yield f"{where}: placeholders differ: {source!r} against {string!r}"
        if string.strip() != string and source.strip() == source:
            yield f"{where}: space at an end of {string!r}"


def sign_problems(where: str, language: str, there: Message) -> Iterator[str]:
    """Signs that somebody took over from the source, or from the keyboard."""
    strings = (there.string,) if isinstance(there.string, str) else tuple(there.string or ())
    for string in strings:
        for signs, instead in FOREIGN_SIGNS[language]:
            if signs.search(TAG.sub("", string)):
                yield f"{where}: write {instead} in {string!r}"


def contradictions() -> Iterator[str]:
    """Django joins all catalogues: of two translations of one text, one would never be seen."""
    for language, known in translations_of_all_apps().items():
        for (_context, source), strings in known.items():
            if len(strings) > 1:
                yield f"{language}: translated differently by two apps: {source!r}: {strings}"
