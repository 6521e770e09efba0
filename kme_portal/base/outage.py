"""While PostgreSQL is away: a page that says so, at once, and no traceback.

The first request that finds the database gone waits for a connection; those that come in the next
seconds are answered without trying.
"""

import logging
import sys
import time

import psycopg
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.defaults import server_error as ordinary_error

SECONDS_UNTIL_NEXT_TRY = 3
RETRY_AFTER = 60
# Connection failures, a server that starts or stops, and no free place: not errors of a query.
AWAY = ("08", "57P01", "57P02", "57P03", "53300")
MACHINES = ("/healthz/", "/readyz/")

logger = logging.getLogger(__name__)
_away_since = -float(SECONDS_UNTIL_NEXT_TRY)


class OutageMiddleware:
    """Keeps requests from queueing for a database that was not there a moment ago."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        away = time.monotonic() - _away_since < SECONDS_UNTIL_NEXT_TRY
        if away and request.path_info not in MACHINES:
            return unavailable(request)
        return self.get_response(request)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: 503 where the database is away, 500 for everything else."""
    global _away_since
    if is_away(sys.exc_info()[1]):
        _away_since = time.monotonic()
        logger.error("the database is away")
        return unavailable(request)
    return ordinary_error(request)


def is_away(error: BaseException | None) -> bool:
    """Whether the server is away, rather than a query wrong or a lock taken."""
    if not isinstance(error, OperationalError | InterfaceError | psycopg.OperationalError):
        return False
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    state = getattr(cause, "sqlstate", None)
    return state is None or state.startswith(AWAY)


def unavailable(request: HttpRequest) -> HttpResponse:
    """In the language of the path; the layers that know it may not have been reached."""
    language = translation.get_language_from_path(request.path_info) or "de"
    with translation.override(language):
        response = HttpResponse(render_to_string("503.html"), status=503)
    response.headers["Content-Language"] = language
    response.headers["Retry-After"] = str(RETRY_AFTER)
    response.headers["Cache-Control"] = "no-store"
    return response
