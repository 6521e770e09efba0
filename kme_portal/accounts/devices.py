"""Which account was last signed in at this browser: a signed cookie with its number."""

from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "device"
SALT = "accounts.device"
DAYS = 180


def account_at(request: HttpRequest) -> int | None:
    """Number of the account that last signed in here; None for a browser we do not know."""
    try:
        pk = request.get_signed_cookie(COOKIE, salt=SALT, default="", max_age=DAYS * 86_400)
    except signing.BadSignature:
        return None
    return int(pk) if pk else None


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Write the cookie where somebody has just signed in."""
    pk = getattr(request, "signed_in_now", None)
    if pk is not None:
        response.set_signed_cookie(
            COOKIE,
            str(pk),
            salt=SALT,
            max_age=DAYS * 86_400,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
