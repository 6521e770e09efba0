"""How long somebody stays signed in."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.utils.translation import gettext as _

from kme_portal.accounts import devices

SINCE = "signed_in_at"
SEEN = "seen_at"
NOTED_EVERY = 60


class SessionLifetimeMiddleware:
    """Ends a session after a time without requests, and after a time in all.

    Both are shorter for the office's admin. Who brings no session cookie is not looked at, so
    that public pages stay the same for everybody.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            self.judge(request)
        response = self.get_response(request)
        devices.remember(request, response)
        return response

    def judge(self, request):
        now = time.time()
        session = request.session
        since, seen = session.get(SINCE, now), session.get(SEEN, now)
        kind = "staff" if request.user.is_staff else "other"
        too_idle = now - seen > settings.SESSION_IDLE[kind]
        too_old = now - since > settings.SESSION_ABSOLUTE[kind]
        if too_idle or too_old:
            request.signed_out_now = request.user.pk
            logout(request)
            messages.info(request, _("You were signed out for your safety. Please sign in again."))
        elif SINCE not in session or now - seen > NOTED_EVERY or SEEN not in session:
            session[SINCE] = since
            session[SEEN] = now
