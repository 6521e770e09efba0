"""Signing in without the forms."""

from django.test import Client

from kme_portal.accounts.second_factor import SET_UP_KEY


def sign_in(client: Client, user) -> Client:
    """Sign in with the second factor shown, where the person has one."""
    client.force_login(user)
    session = client.session
    session[SET_UP_KEY] = user.pk
    session.save()
    return client
