"""Finding events by words, forgiving about accents, case and slips of the finger."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Concat

WORD_SIMILARITY = 0.6
MOST_WORDS = 6
SEARCHED = [
    "title_de",
    "title_en",
    "title_tr",
    "title_ar",
    "summary_de",
    "venue__name",
    "venue__city",
]


class Folded(Func):
    """Text in small letters without accents, so that "ş" finds "s" and "I" finds "ı"."""

    function = "de_sort"
    output_field = TextField()


def search_events(rows: QuerySet, text: str) -> QuerySet:
    """Rows in which each word occurs or nearly so; never by an address, which may be hidden."""
    parts = []
    for field in SEARCHED:
        parts += [Coalesce(F(field), Value("")), Value(" ")]
    rows = rows.alias(words=Folded(Concat(*parts, output_field=TextField())))
    for number, word in enumerate(text.split()[:MOST_WORDS]):
        folded = Folded(Value(word))
        alike = f"alike_{number}"
        rows = rows.alias(**{alike: TrigramWordSimilarity(folded, F("words"))}).filter(
            Q(words__contains=folded) | Q(**{f"{alike}__gte": WORD_SIMILARITY})
        )
    return rows
