"""A registration in words: what the public would see of it, and how it stands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kme_portal.base.words import listed
from organisations.models import (
    District,
    OrganisationStatus,
    Outcome,
    Registration,
    Term,
    Visibility,
)
from organisations.models.organisations import LegalForm


@dataclass(frozen=True)
class Preview:
    """What a reader sees; `to_network` is what associations of the network see besides."""

    is_listed: bool
    name: str
    district: str
    description: str
    facts: list[tuple[str, str]]
    contact: list[tuple[str, str]]
    to_network: list[tuple[str, str]]


def preview_of(answers: dict[str, Any], email: str) -> Preview:
    district = District.objects.filter(pk=answers.get("district")).first()
    terms = {
        (term.kind, term.slug): term.name
        for term in Term.objects.filter(
            kind__in=["field", "target_group", "language", "self_designation"]
        )
    }

    def names(answer: str, kind: str) -> str:
        slugs = answers.get(answer, [])
        return listed(terms[kind, slug] for slug in slugs if (kind, slug) in terms)

    town = " ".join(filter(None, [answers.get("postcode"), answers.get("city")]))
    address = ", ".join(filter(None, [answers.get("street"), town if answers.get("city") else ""]))
    contact = [
        ("address", _("Address"), address),
        ("phone", _("Telephone"), answers.get("phone", "")),
        ("email", _("E-mail"), email),
        ("website", _("Website"), answers.get("website", "")),
    ]

    def seen_by(visibility: str) -> list[tuple[str, str]]:
        return [
            (label, value)
            for name, label, value in contact
            if value and answers.get(f"{name}_visibility") == visibility
        ]

    is_listed = bool(answers.get("is_listed"))
    legal_form = answers.get("legal_form", "")
    return Preview(
        is_listed=is_listed,
        name=answers.get("name", ""),
        district=district.name if district else "",
        description=answers.get("description", ""),
        facts=[
            (_("Legal form"), LegalForm(legal_form).label if legal_form else ""),
            (_("Fields of activity"), names("fields", "field")),
            (_("Target groups"), names("target_groups", "target_group")),
            (_("Languages"), names("languages", "language")),
            (_("Self-designation"), names("self_designations", "self_designation")),
        ],
        contact=seen_by(Visibility.PUBLIC) if is_listed else [],
        to_network=seen_by(Visibility.NETWORK) if is_listed else [],
    )


TERMS = {
    "fields": "field",
    "target_groups": "target_group",
    "languages": "language",
    "self_designations": "self_designation",
}


def answers_in_words(answers: dict[str, Any]) -> dict[str, Any]:
    """What was typed and chosen, without the keys it is stored by; for who takes it along."""
    terms = {
        (term.kind, term.slug): str(term.name)
        for term in Term.objects.filter(kind__in=TERMS.values())
    }
    told = dict(answers)
    for key, kind in TERMS.items():
        if key in told:
            told[key] = [terms.get((kind, slug), slug) for slug in told[key]]
    district = District.objects.filter(pk=answers.get("district")).first()
    if district is not None:
        told["district"] = district.name
    if told.get("legal_form") in LegalForm.values:
        told["legal_form"] = str(LegalForm(told["legal_form"]).label)
    for key, value in told.items():
        if key.endswith("_visibility") and value in Visibility.values:
            told[key] = str(Visibility(value).label)
    return told


@dataclass(frozen=True)
class State:
    tone: str
    title: str
    text: str


def state_of(registration: Registration) -> State:
    """How a registration stands, for the association."""
    organisation = registration.organisation
    if registration.outcome == Outcome.APPROVED:
        return State(
            "success",
            _("Your association is taken in"),
            _("You will be invited to events. Everything else you decide yourselves."),
        )
    if registration.outcome == Outcome.MERGED:
        return State(
            "info",
            _("Your association stands in the register already"),
            _("We have added what you told us to the existing entry."),
        )
    if registration.outcome == Outcome.REFUSED:
        return State("warning", _("We could not take your association in"), "")
    if organisation.status == OrganisationStatus.QUERY:
        return State(
            "warning",
            _("We have a question"),
            _("Please answer below. Then we carry on with the review."),
        )
    return State(
        "info",
        _("Your registration is with the office"),
        _("A person reads it, usually within five working days. You need not do anything."),
    )
