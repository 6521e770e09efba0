from organisations.models.affiliations import Affiliation
from organisations.models.audiences import Audience
from organisations.models.imports import Import
from organisations.models.organisations import (
    Organisation,
    OrganisationKind,
    OrganisationStatus,
    Visibility,
)
from organisations.models.people import ContactChannel, ContactNote, Representative
from organisations.models.vocabulary import District, Postcode, Term, TermKind

__all__ = [
    "Affiliation",
    "Audience",
    "ContactChannel",
    "ContactNote",
    "District",
    "Import",
    "Organisation",
    "OrganisationKind",
    "OrganisationStatus",
    "Postcode",
    "Representative",
    "Term",
    "TermKind",
    "Visibility",
]
