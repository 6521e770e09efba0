"""What Django and allauth tell by signals only."""

import time

from allauth.account.signals import email_changed
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from kme_portal.accounts import devices, forgery, lifetime
from kme_portal.accounts.second_factor import SET_UP_KEY


@receiver(user_logged_in)
def begin_session(request, user, **kwargs):
    """The time begins with the sign-in, not with the first page after it."""
    request.session[lifetime.SINCE] = request.session[lifetime.SEEN] = time.time()


@receiver(user_logged_in)
def know_the_browser(request, user, **kwargs):
    """Who signs in again where they were before may still send the forms that stood open."""
    if devices.account_at(request) == user.pk:
        forgery.remember(request, request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""))
    request.signed_in_now = user.pk


@receiver(authenticator_added)
def note_set_up(request, user, authenticator, **kwargs):
    """Whoever has just shown the factor need not show it again in this session."""
    if authenticator.type != authenticator.Type.RECOVERY_CODES:
        request.session[SET_UP_KEY] = user.pk


@receiver(email_changed)
def keep_lower_case(request, user, to_email_address, **kwargs):
    """Allauth writes the address as typed; the portal compares in lower case."""
    if user.email != to_email_address.email.lower():
        user.email = to_email_address.email.lower()
        user.save(update_fields=["email"])
