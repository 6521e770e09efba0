"""Who is in a saved audience (Verteiler): the one answer for the count and for the send-out."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from organisations.models import Audience, Organisation, Representative

# Keys of `Audience.criteria`; each holds a list of values, `q` a text. The names are those of
# the filters of the public directory.
CRITERIA = (
    "q",
    "kreis",
    "regierungsbezirk",
    "feld",
    "zielgruppe",
    "art",
    "relation",
    "dach",
    "sprache",
)


@dataclass(frozen=True)
class Resolved:
    """The organisations of an audience and the people outside associations."""

    organisations: QuerySet
    people: QuerySet


def resolve(audience: Audience, *, today: date) -> Resolved:
    """Active organisations of the audience, and people outside associations in a current role.

    Without criteria only the explicit lists count: a forgotten filter writes to too few.
    Whether a person may be written to says `Representative.why_not_invited`.
    """
    chosen = Q(pk__in=audience.includes.values("pk"))
    if has_criteria(audience.criteria):
        chosen |= Q(pk__in=matching(audience.criteria, today=today).values("pk"))
    organisations = (
        Organisation.objects.active().filter(chosen).exclude(pk__in=audience.excludes.values("pk"))
    )
    people = (
        Representative.objects.outside().current(today).filter(pk__in=audience.people.values("pk"))
    )
    return Resolved(organisations=organisations, people=people)


def has_criteria(criteria: dict) -> bool:
    return any(criteria.get(key) for key in CRITERIA)


def matching(criteria: dict, *, today: date) -> QuerySet:
    """Active organisations that fit every criterion given; values of one are alternatives."""
    rows = Organisation.objects.active()
    if text := criteria.get("q"):
        rows = rows.searched(text, in_office=True)
    if keys := values(criteria, "kreis"):
        rows = rows.filter(district__in=keys)
    if names := values(criteria, "regierungsbezirk"):
        rows = rows.in_regions(names)
    if kinds := values(criteria, "art"):
        rows = rows.filter(kind__in=kinds)
    if relations := values(criteria, "relation"):
        rows = rows.filter(relation__in=relations)
    if umbrellas := values(criteria, "dach"):
        rows = rows.under(umbrellas, today)
    for key, field in (
        ("feld", "fields"),
        ("zielgruppe", "target_groups"),
        ("sprache", "languages"),
    ):
        if slugs := values(criteria, key):
            rows = rows.having_terms(field, slugs)
    return rows


def values(criteria: dict, key: str) -> list:
    value = criteria.get(key) or []
    return [value] if isinstance(value, str | int) else list(value)
