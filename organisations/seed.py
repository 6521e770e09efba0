"""The first entries of districts, postcodes and vocabularies; harmless to run again."""

import csv
from pathlib import Path

from django.db import transaction

from organisations.models import District, Postcode, Term

DATA = Path(__file__).resolve().parent / "data"
# The third digit of a district's key.
GOVERNMENT_REGIONS = {
    "1": "Düsseldorf",
    "3": "Köln",
    "5": "Münster",
    "7": "Detmold",
    "9": "Arnsberg",
}


@transaction.atomic
def seed() -> None:
    """Create what is missing; a text of the office is never overwritten, nothing is deleted."""
    seed_districts()
    seed_terms()


def seed_districts() -> None:
    known = set(District.objects.values_list("ags", flat=True))
    District.objects.bulk_create(
        District(
            ags=row["ags"], name=row["name"], government_region=GOVERNMENT_REGIONS[row["ags"][2]]
        )
        for row in read("districts.csv", ";")
        if row["ags"] not in known
    )
    pairs = set(Postcode.objects.values_list("code", "district_id"))
    Postcode.objects.bulk_create(
        Postcode(code=row["plz"], district_id=row["ags"])
        for row in read("plz_kreis.csv", ",")
        if (row["plz"], row["ags"]) not in pairs
    )


def seed_terms() -> None:
    known = set(Term.objects.values_list("kind", "slug"))
    order: dict[str, int] = {}
    for row in read("terms.csv", ";"):
        kind = row["kind"]
        order[kind] = order.get(kind, 0) + 10
        if (kind, row["slug"]) in known:
            continue
        term = Term(kind=kind, slug=row["slug"], order=order[kind])
        for language in ("de", "en", "tr", "ar"):
            setattr(term, f"name_{language}", row[language])
        for language in ("en", "tr", "ar"):
            term.mark_translated(language)
        term.save()


def read(name: str, delimiter: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))
