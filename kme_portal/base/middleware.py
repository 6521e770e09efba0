"""What every answer of the portal bears, its language, and who history names."""

import secrets

import pghistory.middleware
import structlog
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.utils import translation


class RequestIdMiddleware:
    """One random id in all log lines of a request and of the tasks it starts."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = secrets.token_hex(8)
        with structlog.contextvars.bound_contextvars(request_id=request.id):
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
