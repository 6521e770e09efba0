"""The catalogue files: calm to merge, since they hold no dates and no line numbers."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kme_portal.base.catalogues.texts import APPS, ROOT, texts_of

LANGUAGES = ("de", "tr", "ar")
# As in Django's own catalogues, so that all catalogues of a language count alike.
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "tr": "nplurals=2; plural=(n > 1);",
    "ar": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
        "n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def po_file(app: str, language: str, name: str = "django.po") -> Path:
    return ROOT / app / "locale" / language / "LC_MESSAGES" / name


def read(app: str, language: str, name: str = "django.po") -> Catalog:
    path = po_file(app, language, name)
    header = HEADER.format(language=language, plurals=PLURALS[language]).encode()
    content = path.read_bytes() if path.exists() else header
    return read_po(BytesIO(content), locale=language, ignore_obsolete=True)


def template(app: str) -> Catalog:
    """What the app has to translate now."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for text in texts_of(app):
        catalogue.add(
            text.source if text.plural is None else (text.source, text.plural),
            context=text.context,
            locations=[(text.place, 1)],
        )
    return catalogue


def update_catalogues(apps: Sequence[str] = APPS) -> Iterator[str]:
    """Brings every catalogue to the state of the sources; yields what is left to translate.

    No guesses from similar texts, but what another app calls by one word is taken over.
    """
    known = translations_of_all_apps()
    for app in apps:
        texts = template(app)
        for language in LANGUAGES:
            catalogue = read(app, language)
            # A copy: Babel puts the very messages into the catalogue, and they are filled below.
            catalogue.update(deepcopy(texts), no_fuzzy_matching=True, update_header_comment=False)
            open_texts = 0
            for message in entries(catalogue):
                message.flags.discard("fuzzy")
                if not is_translated(message):
                    elsewhere = known[language].get(identity(message), set())
                    if len(elsewhere) == 1:
                        message.string = next(iter(elsewhere))
                    else:
                        open_texts += 1
            write(catalogue, po_file(app, language), language)
            if open_texts:
                yield f"{app} {language}: {open_texts} to translate"


def write(catalogue: Catalog, path: Path, language: str) -> None:
    if not list(entries(catalogue)):
        path.unlink(missing_ok=True)
        return
    content = BytesIO()
    content.write(HEADER.format(language=language, plurals=PLURALS[language]).encode())
    write_po(
        content,
        in_order(catalogue),
        width=0,
        omit_header=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.getvalue())


def in_order(catalogue: Catalog) -> Catalog:
    """By file and text, not by line: the order stays when code moves."""
    ordered = Catalog(locale=catalogue.locale, charset="utf-8", fuzzy=False)
    # Babel knows one form for Turkish, and would drop the second in writing.
    ordered.mime_headers = [("Plural-Forms", PLURALS[str(catalogue.locale)])]
    by_place = sorted(
        entries(catalogue),
        key=lambda message: (
            sorted({place for place, _line in message.locations}),
            identity(message)[1],
            message.context or "",
        ),
    )
    for message in by_place:
        places = [(place, 1) for place in sorted({place for place, _line in message.locations})]
        ordered.add(
            message.id,
            message.string,
            locations=places,
            flags=message.flags,
            user_comments=message.user_comments,
            context=message.context,
        )
    return ordered


def compile_catalogues() -> int:
    """Makes every django.mo that is older than what it is made of; returns how many."""
    made = 0
    for app in APPS:
        for language in LANGUAGES:
            names = ("django.po", "overrides.po")
            sources = [path for name in names if (path := po_file(app, language, name)).exists()]
            target = po_file(app, language, "django.mo")
            if not sources:
                target.unlink(missing_ok=True)
                continue
            if target.exists() and all(
                target.stat().st_mtime_ns > source.stat().st_mtime_ns for source in sources
            ):
                continue
            catalogue = read(app, language)
            for message in entries(read(app, language, "overrides.po")):
                catalogue[message.id] = message
            draft = target.with_suffix(".new")
            with draft.open("wb") as file:
                write_mo(file, catalogue)
            os.replace(draft, target)
            made += 1
    return made


def entries(catalogue: Catalog) -> Iterator[Message]:
    """All messages but the header."""
    return (message for message in catalogue if message.id)


def identity(message: Message) -> tuple[str | None, str]:
    source = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, source


def is_translated(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return all(strings)


def translations_of_all_apps() -> dict[str, dict[tuple[str | None, str], set]]:
    known: dict[str, dict[tuple[str | None, str], set]] = {}
    for language in LANGUAGES:
        known[language] = defaultdict(set)
        for app in APPS:
            for message in entries(read(app, language)):
                if is_translated(message):
                    known[language][identity(message)].add(message.string)
    return known
