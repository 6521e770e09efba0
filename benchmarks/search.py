"""The directory and the search with 1,000 and with 20,000 associations: how much slower it gets."""

import itertools
import statistics
import time

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from benchmarks import settings as benchmark_settings
from benchmarks.pages import count_queries
from benchmarks.rows import Row
from organisations.models import District, Organisation, OrganisationStatus, Term, TermKind

FEW, MANY = 1_000, 20_000
TIMES = 15
KINDS = ["Kulturverein", "Jugendverein", "Frauenverein", "Sportfreunde", "Elternverein"]
SYLLABLES = ["al", "ber", "dor", "fen", "gar", "hil", "kem", "lun", "mar", "nor", "sin", "tal"]
# Two letters changed places in a name that only one association bears.
SLIP = "/suche/?q=Dusiburgverein"


@override_settings(STORAGES=benchmark_settings.STORAGES)
def run() -> list[Row]:
    ags = District.objects.values_list("ags", flat=True)[0]
    directory = f"/vereine/?kreis={ags}&feld={fields()[0].slug}"
    took = {}
    for count in (FEW, MANY):
        fill(count)
        for path in (directory, SLIP):
            took[path, count] = median_ms(path)
    return [
        Row(
            name=f"{name}, {MANY:,} by {FEW:,}",
            ours=took[path, MANY],
            plain=took[path, FEW],
            ratio=took[path, MANY] / took[path, FEW],
            unit="ms",
            queries=count_queries(path),
            aim="≤ 300 %",
        )
        for name, path in (
            ("directory, two filters", directory),
            ("search with a typing error", SLIP),
        )
    ]


def fields() -> list[Term]:
    return list(Term.objects.filter(kind=TermKind.FIELD).order_by("slug")[:8])


def fill(count: int) -> None:
    """Listed associations up to this number, with names that are as different as real ones."""
    present = Organisation.objects.count()
    districts = list(District.objects.values_list("ags", flat=True))
    names = itertools.islice(itertools.product(SYLLABLES, repeat=5), present, count)
    rows = Organisation.objects.bulk_create(
        Organisation(
            name="Duisburgverein" if number == 500 else f"{kind} {''.join(parts).title()}",
            slug=f"messung-{number}",
            district_id=districts[number % len(districts)],
            description=f"Wir arbeiten vor Ort in {''.join(parts).title()} für alle Generationen.",
            status=OrganisationStatus.ACTIVE,
            is_listed=True,
        )
        for number, (kind, parts) in enumerate(
            zip(itertools.cycle(KINDS), names, strict=False), start=present
        )
    )
    chosen = fields()
    Organisation.fields.through.objects.bulk_create(
        Organisation.fields.through(organisation_id=row.pk, term=chosen[number % len(chosen)])
        for number, row in enumerate(rows)
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def median_ms(path: str) -> float:
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    client.get(path)
    times = []
    for _time in range(TIMES):
        began = time.perf_counter()
        response = client.get(path)
        times.append((time.perf_counter() - began) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{path}: {response.status_code}")
    return statistics.median(times)
