from kme_portal.mailings import services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import SuppressionReason
from kme_portal.mailings.rendering import unsubscribe_url
from tests.browser import Look

ADDRESS = "verein@verein.example"


def unsubscribing() -> str:
    return unsubscribe_url(ADDRESS, "de").removeprefix("http://localhost:8000")


def unsubscribed() -> str:
    services.suppress(address_digest=digest(ADDRESS), reason=SuppressionReason.UNSUBSCRIBED)
    return unsubscribing()


LOOKS = [Look("unsubscribing", unsubscribing), Look("unsubscribed", unsubscribed)]
