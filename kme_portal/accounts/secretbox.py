"""Encryption of second factors' secrets at rest, with keys made from SECRET_KEY."""

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class SecretBox:
    """Encrypts with the present key, opens with that and its predecessors."""

    def __init__(self, *keys: str) -> None:
        self.fernet = MultiFernet([Fernet(self._derived(key)) for key in keys])

    @staticmethod
    def _derived(key: str) -> bytes:
        made = hashlib.blake2b(key.encode(), digest_size=32, person=b"second-factor").digest()
        return base64.urlsafe_b64encode(made)

    def encrypt(self, text: str) -> str:
        return self.fernet.encrypt(text.encode()).decode()

    def decrypt(self, text: str) -> str:
        return self.fernet.decrypt(text.encode()).decode()


@lru_cache(maxsize=4)
def _box(*keys: str) -> SecretBox:
    return SecretBox(*keys)


def secretbox() -> SecretBox:
    return _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
