"""Registrations and claims, made by the services that make the real ones."""

from datetime import datetime
from itertools import count
from typing import Any

from django.utils import timezone

from organisations.models import EntryClaim, Organisation, Registration, TermKind
from organisations.services import claiming, registering
from tests.factories.organisations import make_district, make_organisation, make_term

numbers = count(1)


def make_draft(*, now: datetime | None = None, **given: Any) -> Registration:
    """A whole draft whose address is not proven; `given` are answers, `email` and `name`."""
    number = next(numbers)
    email = given.pop("email", f"verein-{number}@neu.example")
    answers = {
        "name": f"Neuer Verein {number}",
        "postcode": "",
        "district": make_district().ags,
        "fields": [make_term(TermKind.FIELD, slug="bildung").slug],
        "description": "Wir lernen zusammen.",
    }
    return registering.start_draft(
        form_id=f"{number:032x}",
        email=email,
        name=given.pop("contact_name", ""),
        language=given.pop("language", "de"),
        answers=answers | given,
        now=now or timezone.now(),
    )


def make_registration(*, now: datetime | None = None, **given: Any) -> Registration:
    """A registration that the office has."""
    now = now or timezone.now()
    draft = make_draft(now=now, **given)
    registering.send_off(registration_id=draft.pk, now=now)
    return registering.confirm_address(registration_id=draft.pk, now=now)


def make_claim(organisation: Organisation | None = None, **given: Any) -> EntryClaim:
    """A claim that waits for the office: the address is proven, and nobody knows it."""
    usual = {"email": f"neu-{next(numbers)}@neu.example", "name": "", "words": "", "language": "de"}
    now = given.pop("now", None) or timezone.now()
    claim = claiming.ask(
        organisation=organisation or make_organisation(is_listed=True), now=now, **usual | given
    )
    return claiming.press(claim_id=claim.pk, now=now)[0]
