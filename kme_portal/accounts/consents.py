"""Consents: the words people agree to, each with its version, and giving and withdrawing them.

A form shows `text(purpose)` beside an unticked box of its own; changing a sentence means a new
version, and the old words move to `EARLIER`, so that it stays known who agreed to what.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models import Channel, Consent


@dataclass(frozen=True)
class Wording:
    """The words of one purpose as they stand now, and what the office calls it."""

    title: str | Promise
    version: str
    text: str | Promise


WORDINGS = {
    "participation": Wording(
        _("Taking part in an event"),
        "2026-11",
        _(
            "I agree that the Coordination Office processes my registration for this event."
            " Taking part may allow conclusions about my religion or belief. I can withdraw"
            " this at any time with the link in the e-mail."
        ),
    ),
    "needs": Wording(
        _("Needs for access and food"),
        "2026-11",
        _(
            "I agree that the Coordination Office uses what I say about accessibility and food"
            " to prepare this event. It is deleted on the day after the event."
        ),
    ),
    "photo_list": Wording(
        _("Photos of an event"),
        "2026-11",
        _("I agree that photos of me taken at this event may be published on this portal."),
    ),
    "invitations": Wording(
        _("Invitations by e-mail"),
        "2026-11",
        _(
            "I would like to be invited to further events by e-mail. I can unsubscribe with one"
            " click in every e-mail."
        ),
    ),
    "registration": Wording(
        _("Contact of an association"),
        "2026-11",
        _(
            "I agree that the Coordination Office processes my name and my e-mail address as a"
            " contact of this association. Speaking for it may allow conclusions about my"
            " religion or belief. I can withdraw this at any time."
        ),
    ),
    "listing": Wording(
        _("Listing in the directory"),
        "2026-11",
        _(
            "We agree that our association is shown in the public directory with the details"
            " that we have marked as public. We can change this at any time."
        ),
    ),
}


# Words that people agreed to before: move a wording here, under its version, when you change it.
EARLIER: dict[tuple[str, str], str | Promise] = {}


def words_of(consent: Consent) -> str | Promise:
    """What this person agreed to, in the version of that day; "" where nobody kept the words."""
    wording = WORDINGS.get(consent.purpose)
    if wording and wording.version == consent.text_version:
        return wording.text
    return EARLIER.get((consent.purpose, consent.text_version), "")


def title_of(purpose: str) -> str | Promise:
    """The purpose in the office's words; the bare name for one that nobody asks for any more."""
    wording = WORDINGS.get(purpose)
    return wording.title if wording else purpose


def text(purpose: str) -> str | Promise:
    """The words beside the box; KeyError for a purpose nobody has worded."""
    return WORDINGS[purpose].text


@transaction.atomic
def give_consent(
    *,
    email: str,
    purpose: str,
    language: str,
    channel: Channel = Channel.FORM,
    reference: str = "",
    now: datetime | None = None,
) -> Consent:
    """Record that this person agreed to the present words; twice is once.

    `reference` names kind and id of the record it was given for ("events.Party:12"). A consent
    to older words ends, and the new one takes its place.
    """
    now = now or timezone.now()
    version = WORDINGS[purpose].version
    known = (
        Consent.objects.living()
        .of(email)
        .filter(purpose=purpose, reference=reference)
        .select_for_update()
        .first()
    )
    if known and known.text_version == version:
        return known
    if known:
        _end(known, how=channel, now=now)
    consent, _created = Consent.objects.get_or_create(
        email=email.strip().lower(),
        purpose=purpose,
        reference=reference,
        withdrawn_at=None,
        defaults={
            "text_version": version,
            "language": language,
            "channel": channel,
            "given_at": now,
        },
    )
    return consent


@transaction.atomic
def withdraw_consent(
    *,
    email: str,
    purpose: str,
    reference: str | None = None,
    how: Channel = Channel.LINK,
    now: datetime | None = None,
) -> int:
    """End the living consents of this person for a purpose; returns how many there were.

    Without `reference` all of that purpose. What follows from it (deleting the registration,
    taking the page down) is done by the caller, who knows what was agreed to.
    """
    now = now or timezone.now()
    living = Consent.objects.living().of(email).filter(purpose=purpose)
    if reference is not None:
        living = living.filter(reference=reference)
    ended = list(living.select_for_update())
    for consent in ended:
        _end(consent, how=how, now=now)
    return len(ended)


def has_consent(*, email: str, purpose: str, reference: str = "") -> bool:
    return Consent.objects.living().of(email).filter(purpose=purpose, reference=reference).exists()


def _end(consent: Consent, *, how: Channel, now: datetime) -> None:
    consent.withdrawn_at = max(now, consent.given_at)
    consent.withdrawn_by = how
    consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
