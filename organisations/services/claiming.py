"""Entries that the office made pass into the hands of their association (Übernahme)."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.services import prepare_account
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.links import make_token
from kme_portal.mailings.services import enqueue
from organisations.models import (
    EntryClaim,
    EntryClaimStatus,
    Organisation,
    OrganisationStatus,
    Representative,
)
from organisations.services.roles import tell_other_editors

LINK = "entry-claim"


class CannotHandOver(Exception):
    """An entry cannot pass to this person now; `message` says why."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


def token_of(claim: EntryClaim) -> str:
    return make_token(LINK, claim.public_id, claim.link_version)


def holders(organisation: Organisation, now: datetime):
    """Who has taken the entry over: people who may edit it and have an account."""
    return organisation.people(localdate(now)).filter(may_edit=True, user__isnull=False)


@transaction.atomic
def invite(*, representative_id: int, by, now: datetime) -> EntryClaim:
    """The office asks a person it knows to take the entry over; an older link ends.

    Raises CannotHandOver.
    """
    person = Representative.objects.select_related("organisation").get(pk=representative_id)
    if person.organisation is None:
        raise CannotHandOver(_("This person acts for no organisation."))
    if not person.email or (person.to_on and person.to_on < localdate(now)):
        raise CannotHandOver(_("This person has no e-mail address, or the role has ended."))
    _refuse_unless_active(person.organisation)
    claim = _open_claim(person.organisation, person.email)
    if claim is None:
        claim = EntryClaim(organisation=person.organisation, email=normalised(person.email))
    claim.representative = person
    claim.name = person.name
    claim.language = person.language
    return _grant(claim, by=by, now=now)


@transaction.atomic
def ask(
    *,
    organisation: Organisation,
    email: str,
    name: str,
    words: str,
    language: str,
    now: datetime,
) -> EntryClaim:
    """Somebody says on the public page that the entry is theirs: a link proves the mailbox.

    Asked once more, the same claim gets a new link; one that waits for the office stays.
    """
    claim = _open_claim(organisation, email)
    if claim is not None and claim.status == EntryClaimStatus.ASKED:
        return claim
    if claim is None:
        claim = EntryClaim(organisation=organisation, email=normalised(email))
    if not claim.is_granted:
        claim.name, claim.words = name, words
        claim.representative = _entered_person(organisation, email, now)
    claim.language = language
    return _send(claim, now)


def offer_known(*, representative: Representative, language: str, now: datetime) -> EntryClaim:
    """Somebody registers an association for which the office has entered this address."""
    return ask(
        organisation=representative.organisation,
        email=representative.email,
        name=representative.name,
        words="",
        language=language,
        now=now,
    )


@transaction.atomic
def press(*, claim_id: int, now: datetime) -> tuple[EntryClaim, str]:
    """The link's button was pressed: the entry passes over, or the office is asked.

    It passes over where the office vouches, or where the address stands in the entry and nobody
    has taken it over before. Returns the claim and the token to set a first password ("" for
    somebody who only needs to sign in, or must wait). Whoever presses has agreed to be kept as a
    contact. Raises CannotHandOver, IllegalTransition.
    """
    # The organisation first: of two who press at once the second finds the first.
    organisation_id = EntryClaim.objects.values_list("organisation", flat=True).get(pk=claim_id)
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation_id)
    claim = EntryClaim.objects.select_for_update(of=("self",)).get(pk=claim_id)
    _refuse_unless_active(organisation)
    person = claim.representative
    is_entered = (
        person is not None
        and normalised(person.email) == normalised(claim.email)
        and organisation.people(localdate(now)).filter(pk=person.pk).exists()
    )
    others = holders(organisation, now).exclude(pk=person.pk if person else None)
    if not claim.is_granted and (not is_entered or others.exists()):
        claim.move_to(EntryClaimStatus.ASKED)
        claim.waiting_since = now
        claim.link_version += 1
        claim.save()
        return claim, ""
    claim.move_to(EntryClaimStatus.TAKEN)
    if not is_entered:
        person = _enter(organisation, claim, now)
    user, token = prepare_account(
        email=claim.email, name=person.name or claim.name, language=claim.language, now=now
    )
    person.user = user
    person.may_edit = True
    person.informed_at = person.informed_at or now
    person.save(update_fields=["user", "may_edit", "informed_at", "updated_at"])
    claim.representative = person
    claim.decided_at = now
    claim.waiting_since = None
    claim.link_version += 1
    claim.save()
    give_consent(
        email=user.email,
        purpose="registration",
        language=claim.language,
        reference=f"organisations.Representative:{person.pk}",
        now=now,
    )
    tell_other_editors(person, now)
    return claim, token


@transaction.atomic
def grant(*, claim_id: int, by, now: datetime) -> EntryClaim:
    """The office vouches for somebody who asked: a new link leaves. Raises IllegalTransition."""
    claim = EntryClaim.objects.select_for_update(of=("self",)).get(pk=claim_id)
    claim.move_to(EntryClaimStatus.SENT)
    return _grant(claim, by=by, now=now)


@transaction.atomic
def grant_to(*, organisation: Organisation, email, name, language, by, now) -> EntryClaim:
    """The office hands an entry to somebody whose address is proven, such as by registering,
    or to somebody new whom it knows. Raises CannotHandOver.
    """
    _refuse_unless_active(organisation)
    claim = _open_claim(organisation, email)
    if claim is None:
        claim = EntryClaim(organisation=organisation, email=normalised(email))
    elif claim.status == EntryClaimStatus.ASKED:
        claim.move_to(EntryClaimStatus.SENT)
    claim.name, claim.language = name, language
    claim.representative = _entered_person(organisation, email, now)
    return _grant(claim, by=by, now=now)


@transaction.atomic
def refuse(*, claim_id: int, words: str, by, now: datetime) -> EntryClaim:
    """The office does not know the person; they are told how to get in touch."""
    claim = EntryClaim.objects.select_for_update(of=("self",)).get(pk=claim_id)
    claim.move_to(EntryClaimStatus.REFUSED)
    claim.refusal_words = words
    claim.decided_at = now
    claim.granted_by = by
    claim.waiting_since = None
    claim.save()
    _mail(claim, "organisations.claim_refused")
    return claim


def _grant(claim: EntryClaim, *, by, now: datetime) -> EntryClaim:
    claim.is_granted = True
    claim.granted_by = by
    return _send(claim, now)


def _send(claim: EntryClaim, now: datetime) -> EntryClaim:
    """A new link; the ones before it end."""
    claim.status = EntryClaimStatus.SENT if claim.pk is None else claim.status
    claim.link_version += 1
    claim.sent_at = now
    claim.waiting_since = None
    claim.save()
    _mail(claim, "organisations.claim_link")
    return claim


def _mail(claim: EntryClaim, kind: str) -> None:
    enqueue(kind, about=claim, to=claim.email, language=claim.language, version=claim.link_version)


def _open_claim(organisation: Organisation, email: str) -> EntryClaim | None:
    return (
        EntryClaim.objects.of(normalised(email))
        .filter(
            organisation=organisation,
            status__in=[EntryClaimStatus.SENT, EntryClaimStatus.ASKED],
        )
        .select_for_update(of=("self",))
        .first()
    )


def _entered_person(organisation, email: str, now: datetime) -> Representative | None:
    people = organisation.people(localdate(now))
    return people.filter(email__iexact=normalised(email)).first()


def _enter(organisation: Organisation, claim: EntryClaim, now: datetime) -> Representative:
    known = _entered_person(organisation, claim.email, now)
    if known is not None:
        return known
    return Representative.objects.create(
        organisation=organisation,
        name=claim.name,
        email=claim.email,
        language=claim.language,
        from_on=localdate(now),
        source="Eigene Angabe bei der Übernahme",
    )


def _refuse_unless_active(organisation: Organisation) -> None:
    if organisation.status != OrganisationStatus.ACTIVE or organisation.merged_into_id:
        raise CannotHandOver(_("This entry is not active."))
