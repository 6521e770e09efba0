"""Entries that probably mean the same body: all of them for the office, listed ones in public."""

from kme_portal.base.searching import fold
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
    return register_index().candidates(known, limit=5)


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
