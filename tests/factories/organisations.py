"""Valid rows of the register from nothing."""

from itertools import count

from organisations.models import (
    Audience,
    District,
    Organisation,
    OrganisationStatus,
    Representative,
    Term,
    TermKind,
)

numbers = count(1)


def make_district(ags: str = "05122", **given) -> District:
    """A district; one with this key is made once."""
    usual = {"name": "Solingen" if ags == "05122" else f"Kreis {ags}"}
    usual["government_region"] = "Düsseldorf"
    district, _ = District.objects.get_or_create(ags=ags, defaults=usual | given)
    return district


def make_term(kind: str = TermKind.FIELD, **given) -> Term:
    """A term; one with this kind and slug is made once."""
    number = next(numbers)
    slug = given.pop("slug", f"term-{number}")
    term, _ = Term.objects.get_or_create(
        kind=kind, slug=slug, defaults={"name": f"Begriff {number}"} | given
    )
    return term


def make_organisation(*, fields=(), languages=(), target_groups=(), **given) -> Organisation:
    """An active association that is not listed; `fields`, `languages` … are terms."""
    number = next(numbers)
    usual = {
        "name": f"Verein {number} e.V.",
        "slug": f"verein-{number}",
        "status": OrganisationStatus.ACTIVE,
    }
    organisation = Organisation.objects.create(**usual | given)
    organisation.fields.set(fields)
    organisation.languages.set(languages)
    organisation.target_groups.set(target_groups)
    return organisation


def make_representative(**given) -> Representative:
    """Somebody who may be invited for a new association; `organisation=None` for an outsider."""
    number = next(numbers)
    if "organisation" not in given:
        given["organisation"] = make_organisation()
    usual = {"name": f"Vorsitz {number}", "email": f"vorsitz-{number}@verein.example"}
    return Representative.objects.create(**usual | given)


def make_audience(*, includes=(), excludes=(), people=(), **given) -> Audience:
    """All active associations, unless `criteria` says otherwise."""
    usual = {"name": f"Verteiler {next(numbers)}", "criteria": {"art": ["association"]}}
    audience = Audience.objects.create(**usual | given)
    audience.includes.set(includes)
    audience.excludes.set(excludes)
    audience.people.set(people)
    return audience
