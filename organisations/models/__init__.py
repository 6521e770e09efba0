from organisations.models.affiliations import Affiliation
from organisations.models.audiences import Audience
from organisations.models.changes import ChangeStatus, ProfileChange, SensitiveField
from organisations.models.imports import Import
from organisations.models.organisations import (
    Organisation,
    OrganisationKind,
    OrganisationStatus,
    Visibility,
)
from organisations.models.people import ContactChannel, ContactNote, Representative
from organisations.models.registering import (
    EntryClaim,
    EntryClaimStatus,
    Objection,
    ObjectionStatus,
    Outcome,
    Registration,
    RegistrationStatus,
    ReviewMessage,
    Side,
)
from organisations.models.roles import RoleInvitation, RoleInvitationStatus
from organisations.models.vocabulary import District, Postcode, Term, TermKind

__all__ = [
    "Affiliation",
    "Audience",
    "ChangeStatus",
    "ContactChannel",
    "ContactNote",
    "District",
    "EntryClaim",
    "EntryClaimStatus",
    "Import",
    "Objection",
    "ObjectionStatus",
    "Organisation",
    "OrganisationKind",
    "OrganisationStatus",
    "Outcome",
    "Postcode",
    "ProfileChange",
    "Registration",
    "RegistrationStatus",
    "Representative",
    "ReviewMessage",
    "RoleInvitation",
    "RoleInvitationStatus",
    "SensitiveField",
    "Side",
    "Term",
    "TermKind",
    "Visibility",
]
