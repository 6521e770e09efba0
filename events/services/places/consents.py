"""What people agree to with a registration (Einwilligung): noted, shown, withdrawn by link."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, Lower

from events.models import Event, Needs, Party
from kme_portal.accounts.consents import WORDINGS, withdraw_consent
from kme_portal.accounts.models import Channel, Consent
from organisations.services.people import invite_from_now_on, stop_inviting_outside

OPTIONAL = ["photo_list", "invitations"]
"""Asked at registration, each by a box of its own; nothing depends on them."""
REFERENCE = "events.Party:"


def consent_reference(party: Party) -> str:
    return f"{REFERENCE}{party.pk}"


def note_consents(party: Party, purposes: Iterable[str], now: datetime) -> None:
    """What was ticked, in one statement; given once more it stays as it was."""
    Consent.objects.bulk_create(
        (
            Consent(
                email=party.email.lower(),
                purpose=purpose,
                text_version=WORDINGS[purpose].version,
                language=party.language,
                channel=Channel.FORM,
                reference=consent_reference(party),
                given_at=now,
            )
            for purpose in purposes
        ),
        ignore_conflicts=True,
    )


def end_consents(party: Party, now: datetime) -> None:
    """Who does not come any more has withdrawn what was agreed to for coming."""
    given = Consent.objects.living().filter(reference=consent_reference(party))
    given.filter(given_at__lte=now).update(withdrawn_at=now, withdrawn_by=Channel.LINK)


def living_consents(party: Party) -> QuerySet[Consent]:
    """What this contact agreed to at this registration and has not withdrawn."""
    of_party = Q(reference=consent_reference(party))
    return (
        Consent.objects.living()
        .of(party.email)
        .filter(of_party | Q(purpose="invitations", reference=""))
        .order_by("given_at", "pk")
    )


def parties_with(purpose: str, event: Event) -> set[int]:
    """Ids of the registrations for this event whose contact agreed to it."""
    pks = Party.objects.filter(event=event).values_list("pk", flat=True)
    given = Consent.objects.living().filter(
        purpose=purpose, reference__in=[f"{REFERENCE}{pk}" for pk in pks]
    )
    return {int(one.removeprefix(REFERENCE)) for one in given.values_list("reference", flat=True)}


def with_wish_for_invitations(parties):
    """Adds `asks_for_invitations`: agreed to with a registration that is not confirmed yet."""
    asked = Consent.objects.living().annotate(lower_email=Lower("email"))
    return parties.annotate(
        asks_for_invitations=Exists(
            asked.filter(
                lower_email=Lower(OuterRef("email")),
                purpose="invitations",
                reference=Concat(Value(REFERENCE), Cast(OuterRef("pk"), TextField())),
            )
        )
    )


@transaction.atomic
def keep_inviting(party: Party, *, name: str, now: datetime) -> None:
    """The address is proven: from now on this person may be invited, whatever becomes of this one.

    The consent belongs to the person and no longer to the registration, which is erased sooner.
    """
    given = Consent.objects.living().of(party.email).filter(purpose="invitations")
    if given.filter(reference="").exists():
        withdraw_consent(
            email=party.email,
            purpose="invitations",
            reference=consent_reference(party),
            how=Channel.FORM,
            now=now,
        )
    else:
        given.filter(reference=consent_reference(party)).update(reference="")
    invite_from_now_on(email=party.email, name=name, language=party.language)


@transaction.atomic
def withdraw(party: Party, purpose: str, *, now: datetime) -> int:
    """Withdrawn by the link in the mail; what rested on it ends at once. How many consents."""
    reference = "" if purpose == "invitations" else consent_reference(party)
    ended = withdraw_consent(
        email=party.email, purpose=purpose, reference=reference, how=Channel.LINK, now=now
    )
    if purpose == "needs":
        Needs.objects.filter(party=party).delete()
    if purpose == "invitations":
        stop_inviting_outside(email=party.email)
    return ended
