"""Text survives being signed out: a form sent too late waits until its person is back.

Kept is what passed the protection against forged requests, for the account that was signed in at
this browser, and nothing secret: no password, no code, no file. It is shown again for sending,
and never sent by itself.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from kme_portal.accounts.models import UnsentForm, User
from kme_portal.accounts.secretbox import secretbox
from kme_portal.base.refill import FRESH_ENDINGS

COOKIE = "unsent"
KEPT = timedelta(hours=1)
# Characters of all fields together.
LARGEST = 300_000
PER_ACCOUNT = 5

SECRET = {"code", "credential", "csrfmiddlewaretoken"}


@dataclass(frozen=True)
class Unsent:
    """A form that waits: the page it stood on, where it was sent, and its fields in order."""

    pk: int
    page: str
    target: str
    fields: list[tuple[str, str]]

    @property
    def data(self) -> QueryDict:
        data = QueryDict(mutable=True)
        for name, value in self.fields:
            data.appendlist(name, value)
        return data

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What a person would want to read again."""
        return [
            (name, value)
            for name, value in self.fields
            if value.strip() and not name.startswith("_") and not name.endswith(FRESH_ENDINGS)
        ]


def is_secret(name: str) -> bool:
    return name in SECRET or "password" in name


def typed_in(data: QueryDict) -> list[tuple[str, str]]:
    """Name and value of each field that may be kept, in order."""
    return [
        (name, value) for name, values in data.lists() if not is_secret(name) for value in values
    ]


def page_of(request: HttpRequest) -> str:
    """Where the form stood: the page before, if it was one of ours, else where it was sent."""
    before = urlsplit(request.META.get("HTTP_REFERER", ""))
    if before.netloc != request.get_host() or not before.path.startswith("/"):
        return request.get_full_path()
    # Two slashes at the beginning would name a host.
    path = "/" + before.path.lstrip("/")
    return f"{path}?{before.query}" if before.query else path


@transaction.atomic
def keep(request: HttpRequest, *, owner: int, now: datetime | None = None) -> str:
    """Keep what was typed and return the browser's key; "" where there is nothing to keep.

    The caller has made sure that the request was not forged.
    """
    fields = typed_in(request.POST)
    size = sum(len(name) + len(value) for name, value in fields)
    if not any(value.strip() for _name, value in fields) or size > LARGEST:
        return ""
    if not User.objects.filter(pk=owner, is_active=True).exists():
        return ""
    key = request.COOKIES.get(COOKIE) or secrets.token_urlsafe(32)
    content = {"page": page_of(request), "target": request.path, "fields": fields}
    UnsentForm.objects.create(
        user_id=owner,
        key_digest=_digest(key),
        content=secretbox().encrypt(json.dumps(content)),
        kept_at=now or timezone.now(),
    )
    newest = UnsentForm.objects.filter(user_id=owner).order_by("-kept_at", "-pk")
    UnsentForm.objects.filter(
        pk__in=list(newest.values_list("pk", flat=True)[PER_ACCOUNT:])
    ).delete()
    return key


def waiting(request: HttpRequest, *, now: datetime | None = None) -> list[Unsent]:
    """What waits for this account in this browser, the newest first."""
    key = request.COOKIES.get(COOKIE)
    if not key or not request.user.is_authenticated:
        return []
    rows = (
        UnsentForm.objects.filter(user_id=request.user.pk, key_digest=_digest(key))
        .filter(kept_at__gte=(now or timezone.now()) - KEPT)
        .order_by("-kept_at", "-pk")
    )
    return list(_opened(rows))


def waiting_at(request: HttpRequest, page: str) -> Unsent | None:
    """What waits for this account at this address."""
    return next((form for form in waiting(request) if form.page == page), None)


def forget(*, user, pks: Iterable[int]) -> None:
    UnsentForm.objects.filter(user_id=user.pk, pk__in=pks).delete()


def _opened(rows) -> Iterable[Unsent]:
    for row in rows:
        try:
            content = json.loads(secretbox().decrypt(row.content))
        except InvalidToken:
            # Its key has gone out of use.
            continue
        fields = [(name, value) for name, value in content["fields"]]
        yield Unsent(row.pk, content["page"], content["target"], fields)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
