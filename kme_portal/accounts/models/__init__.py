from kme_portal.accounts.models.consents import Channel, Consent
from kme_portal.accounts.models.readings import Reading, ReadLog
from kme_portal.accounts.models.unsent import UnsentForm
from kme_portal.accounts.models.users import User, UserManager

__all__ = ["Channel", "Consent", "ReadLog", "Reading", "UnsentForm", "User", "UserManager"]
