"""Finding rows by words: German stems, forgiving about accents, slips and forms of gender.

A model says once where its words stand:

    SEARCHED = Searched(
        title=translated("title"),
        text=translated("question", "background"),
        beside=(Beside("district", District.objects.all, folded("name")),),
    )

`title` and `text` bear a trigram index each (`*searched_indexes("topic", SEARCHED)`). All of it
is compared in small letters without accents; a word is found by its stem wherever it stands, so
"Förderantrag" finds "Förderanträge" and "Jugend" finds "Mädchenjugendarbeit". Only when
nothing is found that way, what looks alike counts: "Dusiburg" finds "Duisburg".
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import (
    Case,
    F,
    FloatField,
    Func,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import get_language

MOST_LETTERS = 100
MOST_WORDS = 6
# Two letters changed places in a word of eight: 0.38; another word altogether: 0.3.
ALIKE = 0.36
# What looks much less alike than the best is another word.
AS_GOOD_AS_THE_BEST = 0.8
MOST_ALIKE = 200

STEMMERS = {"de": "german_stem", "en": "english_stem", "tr": "turkish_stem", "ar": "arabic_stem"}
# "Ärzt*innen", "Ärzt:innen", "Ärzt/-innen": one word.
GENDER_SIGN = re.compile(r"(?<=\w)[*:_·/]-?(?=in(?:nen)?\b)")
# The female form is found by what it has in common with the male one.
FEMALE_FORM = re.compile(r"(?:(?<=er|or|eg|ag|og)|(?<=[td]))innen$|(?<=er)in$")
# People write "Moenchengladbach" where a keyboard has no "ö".
WRITTEN_OUT = re.compile(r"(?<=[aou])e")


class DeSort(Func):
    """Lower case without marks: the German order of names, and the text a search compares."""

    function = "public.de_sort"
    output_field = TextField()


def fold(text: str) -> str:
    """As `public.de_sort` folds it: what is typed is compared with folded columns."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("İ", "I"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("ß", "ss")


def folded(*columns: str) -> DeSort:
    """The words of these columns in one text, as an index and a search must both write it."""
    text = TextField()
    parts: list = []
    for column in columns:
        parts += [Coalesce(F(column), Value(""), output_field=text), Value(" ", output_field=text)]
    return DeSort(Concat(*parts, output_field=text))


def translated(*names: str) -> DeSort:
    """The same of translated fields, in every language."""
    languages = settings.MODELTRANSLATION_LANGUAGES
    return folded(*(f"{name}_{language}" for name in names for language in languages))


@dataclass(frozen=True)
class Beside:
    """Words that stand in another table, such as a district's name: found by `path`."""

    path: str
    rows: Callable[[], QuerySet]
    text: Func | F


@dataclass(frozen=True)
class Searched:
    """Where the words of a model stand; `title` counts most and is where slips are forgiven."""

    title: Func | F
    text: Func
    beside: tuple[Beside, ...] = ()


def searched_indexes(name: str, searched: Searched) -> list[GinIndex]:
    """For `Meta.indexes`: what makes a word inside a text quick to find."""
    return [
        GinIndex(OpClass(expression, name="gin_trgm_ops"), name=f"{name}_search_{part}")
        for part, expression in (("title", searched.title), ("text", searched.text))
        if isinstance(expression, Func)
    ]


@dataclass(frozen=True)
class Word:
    """A word somebody looks for, folded, and the stems by which it is found."""

    folded: str
    stems: tuple[str, ...]


def understand(typed: str) -> list[Word]:
    """The words that count in what was typed: no fill words, in one query; [] for none."""
    text = GENDER_SIGN.sub("", fold(typed[:MOST_LETTERS]))
    words = list(dict.fromkeys(re.findall(r"[^\W_]+", text)))[:MOST_WORDS]
    if not words:
        return []
    forms = [(word, form) for word in words for form in _forms(word)]
    stemmer = STEMMERS[get_language() or "de"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ts_lexize('german_stem', form), ts_lexize(%s::regdictionary, form)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS forms(form, place) ORDER BY place",
            [stemmer, [form for _word, form in forms]],
        )
        answers = cursor.fetchall()
    found: dict[str, list[str]] = {word: [] for word in words}
    fill_words = set()
    for (word, form), lexemes in zip(forms, answers, strict=True):
        # An empty answer names a fill word ("und"); it finds everything, so it finds nothing.
        if form == word and lexemes[0] == []:
            fill_words.add(word)
        for lexeme in lexemes:
            # A stem that is no beginning of the word ("ging" for "gehen") would find others.
            found[word] += [stem for stem in lexeme or [form] if form.startswith(stem)]
    counted = [
        Word(word, tuple(dict.fromkeys(stems or [word])))
        for word, stems in found.items()
        if word not in fill_words
    ]
    return counted or [Word(word, (word,)) for word in words]


def _forms(word: str) -> Iterable[str]:
    plain = FEMALE_FORM.sub("", word)
    return dict.fromkeys([word, plain if len(plain) > 2 else word, WRITTEN_OUT.sub("", plain)])


def matching(rows: QuerySet, words: Sequence[Word], searched: Searched) -> QuerySet:
    """Rows that hold each of the words somewhere."""
    keys = _holders(rows.model, words[0], searched)
    for word in words[1:]:
        # One by one: nested in each other, queries take longer to build than to run.
        keys = keys and keys & _holders(rows.model, word, searched)
    return rows.filter(pk__in=keys)


def _holders(model, word: Word, searched: Searched) -> set:
    """Keys of rows with the word: one arm per place, so that each uses its own index."""
    everything = model._base_manager.order_by()
    arms = [
        everything.alias(words=place).filter(_any("words", word)).values_list("pk", flat=True)
        for place in (searched.title, searched.text)
    ]
    for beside in searched.beside:
        named = beside.rows().order_by().alias(words=beside.text).filter(_any("words", word))
        arms.append(
            everything.filter(**{f"{beside.path}__in": named.values("pk")}).values_list(
                "pk", flat=True
            )
        )
    return set(arms[0].union(*arms[1:]))


def _any(column: str, word: Word) -> Q:
    """Holds one of the stems; short ones count at the beginning of a word only."""
    found = Q()
    for stem in word.stems:
        if len(stem) > 3:
            found |= Q(**{f"{column}__contains": stem})
        else:
            found |= Q(**{f"{column}__regex": rf"\m{stem}"})
    return found


def ranked(rows: QuerySet, words: Sequence[Word], searched: Searched) -> QuerySet:
    """What bears the words in its title first; equal ones stay in the order they have."""
    score: Case | Value = Value(0)
    for word in words:
        begins = Q()
        for stem in word.stems:
            begins |= Q(searched_title__regex=rf"\m{stem}")
        score = score + Case(
            When(begins, then=Value(2)),
            When(_any("searched_title", word), then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        )
    order = rows.query.order_by or rows.model._meta.ordering
    return rows.alias(searched_title=searched.title, score=score).order_by("-score", *order)


def alike(rows: QuerySet, words: Sequence[Word], searched: Searched) -> list:
    """Keys of rows whose titles look like the words, the likest first.

    Each word must look like one of the title or of what stands beside, or be held as it is.
    """
    total: dict = {}
    with transaction.atomic(), connection.cursor() as cursor:
        # The index answers by this setting, which holds for this transaction alone.
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {ALIKE}")
        for number, word in enumerate(words):
            scores = dict.fromkeys(_holders(rows.model, word, searched), 1.0)
            for key, score in _near(rows.model, word, searched):
                scores[key] = max(score, scores.get(key, 0.0))
            known = scores if number == 0 else scores.keys() & total
            total = {key: scores[key] + total.get(key, 0.0) for key in known}
    shown = list(rows.filter(pk__in=total).order_by().values_list("pk", flat=True).distinct())
    best = max((total[key] for key in shown), default=0.0)
    likest = sorted(shown, key=lambda key: (-total[key], key))[:MOST_ALIKE]
    return [key for key in likest if total[key] >= best * AS_GOOD_AS_THE_BEST]


def _near(model, word: Word, searched: Searched) -> QuerySet:
    """Keys and how alike they are, of rows with something like the word in title or beside."""
    everything = model._base_manager.order_by()
    arms = [
        everything.alias(words=searched.title)
        .filter(words__trigram_word_similar=word.folded)
        .annotate(score=TrigramWordSimilarity(word.folded, searched.title))
        .values_list("pk", "score")
    ]
    for beside in searched.beside:
        named = beside.rows().order_by().alias(words=beside.text)
        named = named.filter(words__trigram_word_similar=word.folded).values("pk")
        arms.append(
            everything.filter(**{f"{beside.path}__in": named})
            .annotate(score=Value(ALIKE, output_field=FloatField()))
            .values_list("pk", "score")
        )
    return arms[0].union(*arms[1:]).order_by("-score")[:MOST_ALIKE]


def by_words(rows: QuerySet, typed: str, searched: Searched) -> QuerySet:
    """For a list's search box: rows that hold the words, or where none does, what is alike.

    The list keeps its order. Words that say nothing ("!?") find nothing.
    """
    words = understand(typed)
    if not words:
        return rows.none()
    held = matching(rows, words, searched)
    return held if held.exists() else rows.filter(pk__in=alike(rows, words, searched))
