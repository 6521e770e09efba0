"""The second factor (TOTP or passkey), without which nobody enters the office's admin."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

DEMO_KEY = "demonstration"
SET_UP_KEY = "second_factor_set_up"


def is_set_up(user) -> bool:
    return is_mfa_enabled(user)


def was_used(request: HttpRequest) -> bool:
    """This session has shown a second factor: at sign-in, or by setting it up just now.

    A demonstration sign-in counts in a demonstration, and nowhere else.
    """
    if settings.DEMO and request.session.get(DEMO_KEY):
        return True
    if request.session.get(SET_UP_KEY) == request.user.pk:
        return is_set_up(request.user)
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) and is_set_up(request.user)
