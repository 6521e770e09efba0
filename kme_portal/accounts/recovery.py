"""Recovery codes: shown once, from then on kept as hashes only, each good for one sign-in.

Allauth keeps the seed of the codes encrypted for good. Here it goes as soon as its owner has seen
the codes; the hashes take the place of codes that allauth calls migrated.
"""

import hashlib
from collections.abc import Callable
from functools import wraps

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.db import transaction


def digest(user, code: str) -> str:
    """A slow hash, so that twelve digits cannot be tried out, even with the portal's key."""
    salt = f"recovery code of {user.pk}".encode()
    return hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()


def is_code(typed: str) -> bool:
    """Whether this is a recovery code; those of an app are shorter."""
    return typed.isdigit() and len(typed) == settings.MFA_RECOVERY_CODE_DIGITS


def shown_once(view: Callable) -> Callable:
    """For allauth's pages that show the codes: forgets them afterwards."""

    @wraps(view)
    def show(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        forget(request.user)
        return response

    return show


@transaction.atomic
def forget(user) -> None:
    """Replace the seed of codes that were seen by the hashes of those not used yet."""
    row = (
        Authenticator.objects.select_for_update()
        .filter(user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES)
        .first()
    )
    if row is None or "seed" not in row.data or not row.data.get("viewed_at"):
        return
    hashes = [encrypt(digest(user, code)) for code in row.wrap().get_unused_codes()]
    row.data = {"migrated_codes": hashes, "viewed_at": row.data["viewed_at"]}
    row.save(update_fields=["data"])
