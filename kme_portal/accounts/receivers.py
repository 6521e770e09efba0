"""What allauth tells by signals only."""

from allauth.account.signals import email_changed
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from kme_portal.accounts.second_factor import SET_UP_KEY


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
