from funding.models.calls import Call, Pillar, Programme
from funding.models.projects import (
    PartnerRole,
    Project,
    ProjectPartner,
    ProjectStatus,
    StatusEntry,
)

__all__ = [
    "Call",
    "PartnerRole",
    "Pillar",
    "Programme",
    "Project",
    "ProjectPartner",
    "ProjectStatus",
    "StatusEntry",
]
