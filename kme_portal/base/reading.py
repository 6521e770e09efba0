"""How fast one network may read: a person reads, a machine that copies the directory hurries."""

from django.http import HttpRequest

from kme_portal.base.limits import Limit, TooMany, too_many
from kme_portal.base.network import network_of
from kme_portal.base.tallies import Tally

PAGES = Tally(Limit("reading", tries=120, seconds=60), shared_every=20)
# Asked by load balancers.
UNCOUNTED = ("/healthz/", "/readyz/")


class ReadingMiddleware:
    """Answers 429 to a network that opens more than 120 pages in a minute.

    Excepted are this machine itself, and whoever works in the office. Other people who are signed
    in count for themselves, not for their network.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ("GET", "HEAD") and request.path not in UNCOUNTED:
            network = network_of(request)
            if not is_this_machine(network):
                seconds = PAGES.count(network)
                if seconds and not is_excepted(request):
                    return too_many(request, TooMany(PAGES.limit, seconds))
        return self.get_response(request)


def is_excepted(request: HttpRequest) -> bool:
    if not request.user.is_authenticated:
        return False
    return request.user.is_staff or not PAGES.count(f"account {request.user.pk}")


def is_this_machine(network: str) -> bool:
    return network.startswith("127.") or network in ("::/64", "unknown")
