"""E-mail addresses as the outbox compares them, and digests that outlive them."""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from urllib.parse import urlsplit

from django.conf import settings


def normalised(email: str) -> str:
    """One spelling for all: no blanks around, lower case, NFC."""
    return unicodedata.normalize("NFC", email.strip()).lower()


def digest(email: str) -> str:
    """128 bits that tell whether it is this address, and nothing without the key."""
    key = settings.ADDRESS_DIGEST_KEY.encode()
    made = hmac.digest(key, normalised(email).encode(), hashlib.sha256)[:16]
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def own_domain() -> str:
    return urlsplit(settings.PORTAL_URL).hostname or "localhost"


def new_message_id() -> str:
    """Message-ID (RFC 5322) with 128 random bits; hexadecimal, since some servers fold case."""
    return f"<{secrets.token_hex(16)}@{own_domain()}>"
