"""What becomes of a form that was sent when its person was signed out."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, resolve_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from kme_portal.accounts import devices, unsent
from kme_portal.base.refill import refill


class UnsentFormMiddleware:
    """Keeps what was typed when the session had ended, and shows it again in the same form.

    Stands before the middleware that asks for an account, and after the one that refuses forged
    requests: whatever is kept has passed that.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code < 400 and getattr(request, "unsent_sent", None):
            unsent.forget(user=request.user, pks=request.unsent_sent)
        form = getattr(request, "unsent", None)
        return self.shown_again(request, response, form) if form else response

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.method == "POST":
            return self.sent(request, view_func)
        if request.method == "GET" and unsent.COOKIE in request.COOKIES:
            request.unsent = unsent.waiting_at(request, request.get_full_path())
            if request.unsent:
                messages.info(
                    request,
                    _(
                        "You were signed out before your entry was sent. It stands in the form"
                        " again: please check it and send it. Files must be chosen again."
                    ),
                )
        return None

    def sent(self, request, view_func):
        if request.user.is_authenticated:
            if unsent.COOKIE in request.COOKIES:
                waiting = unsent.waiting(request)
                request.unsent_sent = [form.pk for form in waiting if form.target == request.path]
            return None
        owner = getattr(request, "signed_out_now", None) or devices.account_at(request)
        may_keep = getattr(view_func, "login_required", True) and not getattr(
            view_func, "csrf_exempt", False
        )
        if owner is None or not may_keep or "HX-Request" in request.headers:
            return None
        key = unsent.keep(request, owner=owner)
        if not key:
            return None
        messages.info(
            request, _("Your entry has been kept for one hour. After signing in you see it again.")
        )
        login_url = getattr(view_func, "login_url", None) or settings.LOGIN_URL
        response = redirect_to_login(unsent.page_of(request), resolve_url(login_url))
        response.set_cookie(
            unsent.COOKIE,
            key,
            max_age=int(unsent.KEPT.total_seconds()),
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
        return response

    def shown_again(self, request, response, form):
        """The form with its fields; where they find no place, a page that lists them."""
        if not request.user.is_authenticated:
            return response
        left = form.fields
        is_page = response.get("Content-Type", "").startswith("text/html")
        if response.status_code == 200 and is_page and not response.streaming:
            if getattr(request, "unsent_is_shown", False):
                left = []
            else:
                page, left = refill(
                    response.content.decode(),
                    address=request.path,
                    target=form.target,
                    fields=form.fields,
                )
                response.content = page
        if left:
            response = redirect("accounts:unsent")
        add_never_cache_headers(response)
        return response
