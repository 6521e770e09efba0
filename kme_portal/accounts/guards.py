"""Limits of signing in and of the ways around it.

Counted is the network, or the browser's own account where somebody has signed in before: so
neither a whole office behind one address nor its guessing neighbour keeps anybody out. Allauth
counts per account besides (ACCOUNT_RATE_LIMITS).
"""

from functools import partial

from django.http import HttpRequest

from kme_portal.accounts import devices
from kme_portal.base.limits import Limit, limited
from kme_portal.base.network import network_of

SIGN_IN = Limit("sign-in", tries=30, seconds=300)
SECOND_FACTOR = Limit("second-factor", tries=30, seconds=300)
PASSKEY = Limit("passkey", tries=30, seconds=300)
RESET = Limit("reset", tries=30, seconds=600)
NEW_PASSWORD = Limit("new-password", tries=30, seconds=600)
CONFIRM = Limit("confirm-address", tries=30, seconds=600)


def source_of(request: HttpRequest) -> str:
    known = devices.account_at(request)
    return f"account {known}" if known else network_of(request)


guarded = partial(limited, by=source_of)
