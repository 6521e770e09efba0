"""Who was erased since the last backup, so that a restore does not bring anybody back.

The journal lies outside the database, beside the uploads: one small file for each erasure with
its moment and a digest of the address. The digest has a key of its own, made from
ADDRESS_DIGEST_KEY. Whoever erases a person calls `remember` before the rows go:

    erasures.remember(email, now=now)

and `manage.py restore` calls `replay` when the rows of the backup are back.
"""

import hashlib
import hmac
import json
import logging
import secrets
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction

from kme_portal.base.registries import personal_data

logger = logging.getLogger(__name__)

FOLDER = "erasures"
# An erasure that ran while a backup was made may be in it or not: better twice than not at all.
OVERLAP = timedelta(hours=1)


def remember(email: str, *, now: datetime) -> None:
    """Note that this address is being erased, for as long as backups are kept."""
    name = f"{FOLDER}/{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(8)}.json"
    entry = {"at": now.isoformat(), "address": digest(email)}
    default_storage.save(name, ContentFile(json.dumps(entry).encode()))


def replay(*, since: datetime, now: datetime) -> int:
    """Erase again whoever was erased after that moment; number of addresses found.

    Raises what an app's erasure raises: a restore that brings somebody back is not finished.
    """
    wanted = {entry["address"] for entry in journal() if _moment(entry) >= since - OVERLAP}
    found = [email for email in addresses() if digest(email) in wanted] if wanted else []
    for email in found:
        with transaction.atomic():
            # The uppermost app goes first: it finds its rows by what those below still hold.
            for _name, entry in reversed(list(personal_data.items())):
                entry.erase(email, now)
    logger.info("erasures replayed", extra={"addresses": len(found), "journal": len(wanted)})
    return len(found)


def forget(*, before: datetime) -> int:
    """Remove entries that no kept backup is older than; number of entries."""
    old = [name for name in _names() if _moment(_read(name)) < before]
    for name in old:
        default_storage.delete(name)
    return len(old)


def journal() -> Iterator[dict]:
    for name in _names():
        yield _read(name)


def digest(email: str) -> str:
    """Tells whether it is this address, and nothing without the key."""
    plain = unicodedata.normalize("NFC", email.strip()).lower()
    key = hmac.digest(settings.ADDRESS_DIGEST_KEY.encode(), b"journal of erasures", hashlib.sha256)
    return hmac.digest(key, plain.encode(), hashlib.sha256).hex()


def addresses() -> set[str]:
    """Every e-mail address in the database, in one spelling."""
    found: set[str] = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.EmailField):
                rows = model._base_manager.exclude(**{field.name: ""}).values_list(field.name)
                found |= {email.strip().lower() for (email,) in rows.distinct() if email}
    return found


def _names() -> list[str]:
    try:
        _folders, files = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [f"{FOLDER}/{name}" for name in files]


def _read(name: str) -> dict:
    with default_storage.open(name) as file:
        return json.load(file)


def _moment(entry: dict) -> datetime:
    return datetime.fromisoformat(entry["at"])
