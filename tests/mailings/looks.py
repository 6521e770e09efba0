from kme_portal.mailings import services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import Suppression, SuppressionReason
from kme_portal.mailings.rendering import unsubscribe_url
from tests.browser import Look

ADDRESS = "verein@verein.example"


def unsubscribing() -> str:
    return unsubscribe_url(ADDRESS, "de").removeprefix("http://localhost:8000")


def make_suppression() -> Suppression:
    services.suppress(address_digest=digest(ADDRESS), reason=SuppressionReason.UNSUBSCRIBED)
    return Suppression.objects.get(digest=digest(ADDRESS))


def unsubscribed() -> str:
    make_suppression()
    return unsubscribing()


LOOKS = [Look("unsubscribing", unsubscribing), Look("unsubscribed", unsubscribed)]

RECORDS = {"mailings.Suppression": make_suppression}
