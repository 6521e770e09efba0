from kme_portal.accounts.models.cases import (
    CaseNote,
    DataRequest,
    Incident,
    IncidentStatus,
    RequestKind,
    RequestStatus,
    Risk,
)
from kme_portal.accounts.models.consents import Channel, Consent
from kme_portal.accounts.models.events import RoleEvent, RoleEventKind
from kme_portal.accounts.models.mydata import DataLink, Erasure
from kme_portal.accounts.models.readings import Reading, ReadLog
from kme_portal.accounts.models.role_requests import RoleRequest, RoleRequestStatus
from kme_portal.accounts.models.unsent import UnsentForm
from kme_portal.accounts.models.users import User, UserManager

__all__ = [
    "CaseNote",
    "Channel",
    "Consent",
    "DataLink",
    "DataRequest",
    "Erasure",
    "Incident",
    "IncidentStatus",
    "ReadLog",
    "RoleEvent",
    "RoleEventKind",
    "RoleRequest",
    "RoleRequestStatus",
    "Reading",
    "RequestKind",
    "RequestStatus",
    "Risk",
    "UnsentForm",
    "User",
    "UserManager",
]
