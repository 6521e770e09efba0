"""Plain search by words, for lists too short to need an index."""

from django.db.models import Q, QuerySet

MOST_WORDS = 6


def with_every_word(queryset: QuerySet, text: str, *columns: str) -> QuerySet:
    """Rows that hold each word of `text` in one of the columns, whatever its case and accents."""
    for word in text.split()[:MOST_WORDS]:
        found = Q()
        for column in columns:
            found |= Q(**{f"{column}__unaccent__icontains": word})
        queryset = queryset.filter(found)
    return queryset
