"""The search over everything that a reader may see, from what each app registered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.utils.translation import get_language

from kme_portal.base.registries import SearchSource, search_sources
from kme_portal.base.searching import Word, alike, fold, matching, ranked, understand
from kme_portal.base.translated import GERMAN, TranslatedTexts, in_one_language
from kme_portal.pages.forms.searching import SearchForm

HITS_SHOWN = 4
HITS_A_PAGE = 20
EXCERPT_LETTERS = 220
# Letters before the first hit, so that it stands in its sentence.
EXCERPT_LEAD = 60
# Letters of a text in which hits are looked for.
TEXT_READ = 4000

Pieces = list[tuple[str, bool]]


@dataclass(frozen=True)
class Hit:
    """A row found; `title` and `excerpt` are pieces of text, each with whether it was asked for.

    Either bears its language where that is not the reader's.
    """

    title: Pieces
    title_language: str
    url: str
    about: str
    excerpt: Pieces
    excerpt_language: str


@dataclass(frozen=True)
class Group:
    """Hits of one kind: all of them in pages, or the first few beside those of other kinds."""

    source: SearchSource
    page: Page
    hits: list[Hit]

    @property
    def count(self) -> int:
        return self.page.paginator.count


@dataclass(frozen=True)
class Found:
    """Hits by kind; `is_alike` when nothing bore the words and what looks like them is shown."""

    groups: list[Group]
    is_alike: bool


def find(form: SearchForm, user, page: str | None) -> Found:
    words = understand(form.cleaned_data.get("q", ""))
    if not words:
        return Found([], is_alike=False)
    visible = [
        (source, rows)
        for source in search_sources
        if (rows := form.narrowed(source, user)) is not None
    ]
    is_one_kind = bool(form.cleaned_data.get("art"))

    def groups(select) -> list[Group]:
        found = []
        for source, rows in visible:
            rows = ranked(select(rows, source), words, source.searched)
            paginator = Paginator(rows, HITS_A_PAGE if is_one_kind else HITS_SHOWN)
            if paginator.count:
                shown = paginator.get_page(page if is_one_kind else 1)
                found.append(Group(source, shown, [hit(source, row, words) for row in shown]))
        return found

    held = groups(lambda rows, source: matching(rows, words, source.searched))
    if held:
        return Found(held, is_alike=False)
    near = groups(lambda rows, source: rows.filter(pk__in=alike(rows, words, source.searched)))
    return Found(near, is_alike=True)


def hit(source: SearchSource, row, words: Sequence[Word]) -> Hit:
    if own := source.language(row):
        text, language = source.text(row), own
    else:
        text, language = in_one_language(source.text, row)
    return Hit(
        title=marked(source.label(row), words),
        title_language=_title_language(row),
        url=source.url(row),
        about=source.about(row),
        excerpt=marked(excerpt(text, words), words),
        excerpt_language=language,
    )


def _title_language(row) -> str:
    """German, where the reader's language has no title; the name of an association is a name."""
    is_translated = isinstance(row, TranslatedTexts)
    return GERMAN if is_translated and not getattr(row, f"title_{get_language()}") else ""


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return fold(letter)


def _places(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the words begin and end in a text, as it is written."""
    folded, origin = [], []
    for place, letter in enumerate(text):
        for part in _folded_letter(letter):
            folded.append(part)
            origin.append(place)
    stems = "|".join(re.escape(stem) for word in words for stem in word.stems)
    return [
        (origin[match.start()], origin[match.end() - 1] + 1)
        for match in re.finditer(rf"[^\W_]*(?:{stems})[^\W_]*", "".join(folded))
    ]


def excerpt(text: str, words: Sequence[Word]) -> str:
    """The part of a text around the first hit, cut between words."""
    text = " ".join(text.split())
    if len(text) <= EXCERPT_LETTERS:
        return text
    places = _places(text[:TEXT_READ], words)
    start = max(places[0][0] - EXCERPT_LEAD, 0) if places else 0
    if start:
        start = text.find(" ", start) + 1
    end = start + EXCERPT_LETTERS
    if end >= len(text):
        return f"… {text[start:]}" if start else text
    piece = text[start:end].rsplit(" ", 1)[0]
    return f"… {piece} …" if start else f"{piece} …"


def marked(text: str, words: Sequence[Word]) -> Pieces:
    """A text in pieces, so that the page can mark what was asked for."""
    pieces: Pieces = []
    done = 0
    for start, end in _places(text, words):
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [piece for piece in [*pieces, (text[done:], False)] if piece[0]]
