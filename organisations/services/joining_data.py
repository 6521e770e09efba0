"""Registrations and claims as personal data: exported, erased, forgotten in time."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from kme_portal.accounts.models import Consent
from kme_portal.base.history import erase_history
from kme_portal.base.status import IllegalTransition
from organisations.models import (
    EntryClaim,
    Objection,
    Organisation,
    Outcome,
    Registration,
    Representative,
)
from organisations.registration_words import answers_in_words
from organisations.services.registering import withdraw


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def export_person(email: str) -> list[dict]:
    registrations = Registration.objects.of(email).prefetch_related("messages", "objections")
    found = [
        {
            "registration": answers_in_words(row.answers),
            "name": row.name,
            "email": row.email,
            "language": row.language,
            "begun_at": _iso(row.created_at),
            "confirmed_at": _iso(row.confirmed_at),
            "received_at": _iso(row.received_at),
            "decision": str(row.get_outcome_display()),
            "decided_at": _iso(row.decided_at),
            "messages": [
                {
                    "side": str(message.get_side_display()),
                    "text": message.text,
                    "written": _iso(message.written_at),
                }
                for message in row.messages.all()
            ],
            "objections": [
                {
                    "text": one.text,
                    "status": str(one.get_status_display()),
                    "answer": one.words,
                }
                for one in row.objections.all()
            ],
        }
        for row in registrations
    ]
    found += [
        {
            "claim_to": claim.organisation.name,
            "name": claim.name,
            "email": claim.email,
            "words": claim.words,
            "status": str(claim.get_status_display()),
            "begun_at": _iso(claim.created_at),
        }
        for claim in EntryClaim.objects.of(email).select_related("organisation")
    ]
    return found


@transaction.atomic
def erase_person(email: str, now: datetime) -> int:
    """What was not approved goes whole; of an approved one only who registered it."""
    erased = 0
    for row in Registration.objects.of(email):
        _forget(row, reason="Article 17")
        erased += 1
    claims = list(EntryClaim.objects.of(email).values_list("pk", flat=True))
    EntryClaim.objects.filter(pk__in=claims).delete()
    erase_history(EntryClaim, claims, reason="Article 17")
    return erased + len(claims)


def erase_registrations(now: datetime) -> int:
    """A refused association leaves with its registration; an approved one stays."""
    due: QuerySet[Registration] = Registration.objects.past_keeping(now)
    refused = list(due.filter(outcome=Outcome.REFUSED).values_list("pk", flat=True))
    others = list(due.exclude(outcome=Outcome.REFUSED).values_list("pk", flat=True))
    for pk in refused:
        withdraw(registration_id=pk, reason="keeping time")
    _delete(others, reason="keeping time")
    return len(refused) + len(others)


def erase_claims(now: datetime) -> int:
    ids = list(EntryClaim.objects.past_keeping(now).values_list("pk", flat=True))
    with transaction.atomic():
        EntryClaim.objects.filter(pk__in=ids).delete()
        erase_history(EntryClaim, ids, reason="keeping time")
    return len(ids)


@transaction.atomic
def end_contact(consent: Consent, now: datetime) -> None:
    """Who takes the consent back is no contact any more; what was not approved goes whole."""
    organisation = _organisation_of(consent)
    if organisation is None:
        _role_of(consent).delete()
        return
    for row in Registration.objects.of(consent.email).filter(organisation=organisation):
        _forget(row, reason="consent withdrawn")
    # Gone with its registration, unless it was approved.
    Representative.objects.filter(organisation=organisation, email__iexact=consent.email).delete()


@transaction.atomic
def end_listing(consent: Consent, now: datetime) -> None:
    """The association is no longer shown in public."""
    if organisation := _organisation_of(consent):
        organisation.is_listed = False
        organisation.save(update_fields=["is_listed", "updated_at"])


def _role_of(consent: Consent) -> QuerySet[Representative]:
    """The role that somebody took with this consent: by invitation, or with an entry."""
    model, _colon, pk = consent.reference.partition(":")
    if model != "organisations.Representative" or not pk.isdecimal():
        return Representative.objects.none()
    return Representative.objects.filter(pk=int(pk))


def _organisation_of(consent: Consent) -> Organisation | None:
    model, _colon, pk = consent.reference.partition(":")
    if model != "organisations.Organisation" or not pk.isdecimal():
        return None
    return Organisation.objects.select_for_update(of=("self",)).filter(pk=int(pk)).first()


def _forget(row: Registration, *, reason: str) -> None:
    try:
        withdraw(registration_id=row.pk, reason=reason)
    except IllegalTransition:
        _delete([row.pk], reason=reason)


@transaction.atomic
def _delete(ids: Iterable[int], *, reason: str) -> None:
    ids = list(ids)
    objections = list(Objection.objects.filter(registration__in=ids).values_list("pk", flat=True))
    Registration.objects.filter(pk__in=ids).delete()
    erase_history(Registration, ids, reason=reason)
    erase_history(Objection, objections, reason=reason)
