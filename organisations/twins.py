"""Entries that probably mean the same body: all of them for the office, listed ones in public."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Q

from kme_portal.base.searching import ALIKE, MOST_ALIKE, fold
from organisations.imports.matching import (
    LIKELY,
    SURE,
    Candidate,
    Known,
    plain_name,
    register_index,
    same_letters,
)
from organisations.models import District, Organisation

# How many are compared, and how many a visitor is asked about.
MOST_COMPARED, MOST_SHOWN = 20, 3


def likely_twins(row: Organisation) -> list[Candidate]:
    """Entries that probably mean the same body."""
    names = tuple(filter(None, map(plain_name, [row.name, *row.other_names.split(";")])))
    emails = {row.email.lower()} if row.email else set()
    emails |= {e.lower() for e in row.representatives.values_list("email", flat=True) if e}
    known = Known(
        value=f"org-{row.pk}",
        label=row.name,
        names=names,
        short_names=frozenset(),
        postcode=row.postcode,
        city=row.city,
        emails=frozenset(emails),
    )
    return register_index(_worth_comparing(known)).candidates(known, limit=5)


def _worth_comparing(known: Known) -> set[int]:
    """Ids of entries with a name, a mailbox or a postcode like it, by the indexes of the search."""
    rows = Organisation.objects.filter(merged_into=None).order_by()
    same = Q()
    for email in known.emails:
        same |= Q(email__iexact=email) | Q(representatives__email__iexact=email)
    if known.postcode:
        same |= Q(postcode=known.postcode)
    found = set(rows.filter(same).values_list("pk", flat=True)) if same else set()
    with transaction.atomic(), connection.cursor() as cursor:
        # The index answers by this setting, which holds for this transaction alone.
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {ALIKE}")
        for name in known.names:
            alike = rows.filter(search_text__trigram_word_similar=name).annotate(
                likeness=TrigramWordSimilarity(name, "search_text")
            )
            found.update(
                alike.order_by("-likeness", "pk").values_list("pk", flat=True)[:MOST_ALIKE]
            )
    return found


def umbrella_named(words: str) -> Organisation | None:
    """The umbrella that somebody typed, by name, acronym or abbreviation; None when unsure."""
    umbrellas = Organisation.objects.umbrellas()
    value = register_index(umbrellas.values_list("pk", flat=True)).named(words)
    return umbrellas.get(pk=int(value[4:])) if value else None


def name_key(name: str) -> str:
    """What two spellings of a name have in common: no marks, no legal form, no signs."""
    return (plain_name(name) or fold(name).strip())[:200]


def public_twins(name: str, district: District) -> list[Organisation]:
    """Listed associations that a visitor may mean.

    Only what everybody can read anyway is compared: name and district. Mailbox, postcode and
    entries that are not listed take no part, so nothing can be found out by trying.
    """
    plain = plain_name(name)
    near = Organisation.objects.listed().filter(search_text__trigram_word_similar=plain)
    found = []
    for row in near.select_related("district")[:MOST_COMPARED]:
        names = [row.name, *row.other_names.split(";")]
        score = max(same_letters(plain, known) for known in map(plain_name, names))
        if score >= (LIKELY if row.district_id == district.pk else SURE):
            found.append((score, row))
    found.sort(key=lambda pair: -pair[0])
    return [row for _score, row in found[:MOST_SHOWN]]
