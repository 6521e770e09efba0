"""The steps of a registration, as the tests take them."""

import re
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from organisations.forms.registering import TrapMixin
from tests.mail import deliver_all

START = "/vereine/registrieren/"


def first_step(**given) -> dict:
    usual = {
        "association": "Frauenverein Solingen",
        "postcode": "42651",
        "email": "frauen@neu.example",
        "stamp": TrapMixin.signer.sign("a" * 32),
    }
    return usual | given


def walk_to_the_end(client, **given) -> str:
    """Fill in all three steps; the address of the last page."""
    work = client.post(START, first_step(**given)).url
    shown = client.post(work, {"fields_of_work": ["bildung"], "description": "Wir lernen."}).url
    done = {
        "is_listed": "no",
        "email_visibility": "office",
        "consent_registration": "on",
    }
    return client.post(shown, done).url


def link(kind: str = "registrieren") -> str:
    """Path of the newest link in the mails that left."""
    deliver_all(timezone.now() + timedelta(seconds=2))
    return re.search(rf"https?://[^/\s]+(\S*/{kind}/\S+)", mail.outbox[-1].body)[1]
