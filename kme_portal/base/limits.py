"""Limits: how often one network, or for one victim, something may be tried.

A view counts before it opens a transaction, because the counter's row stays locked until the
caller's transaction ends:

    PER_NETWORK = Limit("registration", tries=120, seconds=600)
    PER_VICTIM = Limit("registration.victim", tries=6, seconds=3600)

    @limited(PER_NETWORK)
    def register(request): ...
        count(PER_VICTIM, normalised(form.cleaned_data["email"]))

Limits per network are generous: a whole office, or a mosque's open WLAN, has one address. The
limit per victim is strict: nobody can use the portal to flood another's mailbox. Over it, the
page answers as always and no mail goes out, so catch TooMany there. How fast pages are read is
limited by `reading`, links of mails by `token_pages`, sign-ins by `accounts.guards`. Where no
query may be spent, `tallies` count in memory.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kme_portal.base.models import Attempts
from kme_portal.base.network import network_of

COUNT = """
INSERT INTO base_attempts AS known (key, count, expires_at)
VALUES (%(key)s, %(weight)s, %(expires_at)s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN known.expires_at <= %(now)s THEN 0 ELSE known.count END + %(weight)s,
    expires_at = CASE WHEN known.expires_at <= %(now)s
                      THEN excluded.expires_at ELSE known.expires_at END
RETURNING count, expires_at
"""


@dataclass(frozen=True)
class Limit:
    """So many tries in so many seconds; a new window begins with the first try after it."""

    name: str
    tries: int
    seconds: int


class TooMany(Exception):
    """A limit was passed; `retry_after` is the number of seconds until the next try counts."""

    def __init__(self, limit: Limit, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(limit.name)


def count(limit: Limit, subject: str, *, now: datetime | None = None, weight: int = 1) -> int:
    """Count one try of this subject (a network, an address) and return its number.

    Raises TooMany over the limit. Only a keyed digest of the subject is stored. A `weight` counts
    several at once.
    """
    now = now or timezone.now()
    key = hmac.new(
        settings.SECRET_KEY.encode(), f"{limit.name}\0{subject}".encode(), hashlib.sha256
    ).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT,
            {
                "key": key,
                "now": now,
                "weight": weight,
                "expires_at": now + timedelta(seconds=limit.seconds),
            },
        )
        tries, expires_at = cursor.fetchone()
    if tries > limit.tries * settings.LIMIT_SCALE:
        raise TooMany(limit, max(1, round((expires_at - now).total_seconds())))
    return tries


def limited(
    *limits: Limit,
    methods: tuple[str, ...] = ("POST",),
    by: Callable[[HttpRequest], str] = network_of,
) -> Callable:
    """Decorator for a view: counts the sender's network and answers 429 over a limit."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def counted(request: HttpRequest, *args, **kwargs):
            if request.method in methods:
                for limit in limits:
                    try:
                        count(limit, by(request))
                    except TooMany as error:
                        return too_many(request, error)
            return view(request, *args, **kwargs)

        return counted

    return decorate


def too_many(request: HttpRequest, error: TooMany | None = None) -> HttpResponse:
    """The page that says how long to wait; nothing is lost by going back and trying later."""
    seconds = error.retry_after if error else 300
    response = render(request, "429.html", {"minutes": max(1, round(seconds / 60))}, status=429)
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def forget_expired(*, now: datetime) -> int:
    """Counters whose window is over."""
    forgotten, _per_model = Attempts.objects.filter(expires_at__lt=now).delete()
    return forgotten
