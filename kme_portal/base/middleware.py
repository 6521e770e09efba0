"""What every answer of the portal bears, its language, and who history names."""

import logging
import secrets
import time

import pghistory.middleware
import structlog
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseNotAllowed
from django.utils import translation

from kme_portal.base.network import network_of
from kme_portal.base.views import healthz

access = logging.getLogger("portal.access")
security = logging.getLogger("portal.security")
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
REFUSALS = {403, 429}


class AliveMiddleware:
    """Answers `/healthz/` before anything is asked: load balancers come by number, every second."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return healthz(request) if request.path_info == "/healthz/" else self.get_response(request)


class RequestIdMiddleware:
    """One random id in all log lines of a request and of the tasks it starts.

    Its own line names the pattern of the address, never the address: what people look for, and
    the tokens of their links, stand in no log.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = secrets.token_hex(8)
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request.id):
            response = self.get_response(request)
            self.tell(request, response, time.perf_counter() - began)
        return response

    def tell(self, request, response, seconds: float) -> None:
        match = request.resolver_match
        if match is None and response.status_code < 400:
            # A style sheet or a font.
            return
        line = {
            "method": request.method if request.method in METHODS else "other",
            "route": match.route if match else "",
            "status": response.status_code,
            "network": network_of(request),
        }
        if settings.ACCESS_LOG:
            access.info("request", extra=line | {"ms": round(seconds * 1000)})
        if response.status_code in REFUSALS:
            # Who it was, where the session was looked at anyway.
            user = getattr(request, "_cached_user", None)
            security.warning("refused", extra=line | {"user": user.pk if user else None})


class KnownMethodsMiddleware:
    """Refuses TRACE and whatever else no page of the portal answers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(sorted(METHODS))
        return self.get_response(request)


class PathLanguageMiddleware:
    """The language stands in the path and nowhere else: no cookie, no header decides.

    So a page has one text per address, and may be cached by it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class VisitorMiddleware(AuthenticationMiddleware):
    """Who brings no session cookie is nobody: the session is not asked, and no page varies by it.

    So what an anonymous visitor gets may be cached by its address, also where a view shows
    more to people who are signed in.
    """

    def process_request(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            super().process_request(request)
        else:
            request.user = AnonymousUser()


class ClosedByDefaultMiddleware(LoginRequiredMiddleware):
    """Pages ask for an account unless marked public; a public one does not ask who comes.

    Django asks first, which makes every page one of its own for each visitor.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """History keeps who, never where: a path may hold a token."""

    def get_context(self, request):
        user = getattr(request, "user", None)
        return {"user": user.pk if user is not None and user.is_authenticated else None}


class PrivacyHeadersMiddleware:
    """Headers that no setting of Django sets."""

    HEADERS = {
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": (
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
            "microphone=(), payment=(), usb=(), browsing-topics=()"
        ),
    }

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in self.HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.DEMO:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        # A session that was looked at belongs to somebody: no shared cache keeps that page.
        if "Cookie" in response.get("Vary", "") and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-cache"
        return response
