"""Where a request comes from, in the one form in which limits compare it."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """Where a request comes from: an IPv4 address, or the /64 that one IPv6 household has.

    X-Forwarded-For counts only behind the operator's own proxy, and then its last entry: what
    the proxy itself wrote. Everything before it may be forged.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
        address = forwarded or address
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def cut_network_of(request: HttpRequest) -> str:
    """The same for logs: of an IPv4 address without its last part, which may be one person."""
    network = network_of(request)
    return f"{network.rsplit('.', 1)[0]}.0/24" if "." in network else network
