"""The office reviews what associations registered: ask back, approve, refuse, merge."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.services import enqueue
from organisations.models import (
    Objection,
    ObjectionStatus,
    Organisation,
    OrganisationStatus,
    Outcome,
    Registration,
    RegistrationStatus,
    ReviewMessage,
    Side,
    Term,
)
from organisations.models.affiliations import AffiliationKind
from organisations.services import affiliations, claiming, register

REVIEWERS = "Koordination"


class ReviewRefused(Exception):
    """What was asked of a review cannot be done; `message` says why."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


def reviewers():
    """The people of the office who decide about registrations."""
    return get_user_model().objects.filter(is_active=True, is_staff=True, groups__name=REVIEWERS)


@transaction.atomic
def assign(*, registration_id: int, to) -> Registration:
    """Somebody of the office takes it on; the last one who says so counts."""
    registration = _locked(registration_id)
    registration.reviewer = to
    registration.save(update_fields=["reviewer", "updated_at"])
    return registration


@transaction.atomic
def ask_back(*, registration_id: int, text: str, by, now: datetime) -> ReviewMessage:
    """A question goes to the association by mail; now it is their turn.

    Raises IllegalTransition.
    """
    registration = _locked(registration_id)
    organisation = _locked_organisation(registration)
    if organisation.status != OrganisationStatus.QUERY:
        organisation.move_to(OrganisationStatus.QUERY)
        organisation.save(update_fields=["status", "updated_at"])
    registration.questions_asked += 1
    registration.waiting_since = now
    registration.reviewer = registration.reviewer or by
    registration.save()
    message = ReviewMessage.objects.create(
        registration=registration, side=Side.OFFICE, text=text, written_by=by, written_at=now
    )
    _mail(registration, "organisations.registration_question", registration.questions_asked)
    return message


@transaction.atomic
def answer(*, registration_id: int, text: str, now: datetime) -> ReviewMessage:
    """The association answers on its page; now it is the office's turn.

    Raises IllegalTransition where no question is open, such as by a double click.
    """
    registration = _locked(registration_id)
    organisation = _locked_organisation(registration)
    if organisation.status != OrganisationStatus.QUERY:
        raise IllegalTransition(organisation, OrganisationStatus.IN_REVIEW)
    organisation.move_to(OrganisationStatus.IN_REVIEW)
    organisation.save(update_fields=["status", "updated_at"])
    registration.waiting_since = now
    registration.save(update_fields=["waiting_since", "updated_at"])
    return ReviewMessage.objects.create(
        registration=registration, side=Side.ASSOCIATION, text=text, written_at=now
    )


@transaction.atomic
def approve(
    *,
    registration_id: int,
    relation: str,
    by,
    now: datetime,
    umbrella: Organisation | None = None,
    kind: str = "",
) -> Registration:
    """Take the association into the network; it is shown as it chose.

    With `umbrella` its membership is entered too, as said by the association. Raises
    IllegalTransition, affiliations.CannotAffiliate.
    """
    registration = _locked(registration_id)
    _locked_organisation(registration)
    organisation = register.activate(organisation_id=registration.organisation_id, now=now)
    organisation.relation = relation
    organisation.relation_from = localdate(now) if relation else None
    organisation.save(update_fields=["relation", "relation_from", "updated_at"])
    if umbrella is not None:
        affiliations.ask(
            member=organisation, umbrella=umbrella, kind=kind or AffiliationKind.MEMBER, now=now
        )
    _decide(registration, Outcome.APPROVED, by, now)
    _mail(registration, "organisations.registration_approved", registration.link_version)
    return registration


@transaction.atomic
def refuse(*, registration_id: int, reason: Term, words: str, by, now: datetime) -> Registration:
    """Refuse with a reason of the vocabulary; the letter names the way to object.

    Raises IllegalTransition.
    """
    registration = _locked(registration_id)
    organisation = _locked_organisation(registration)
    organisation.move_to(OrganisationStatus.REJECTED)
    with override("de"):
        organisation.rejection_reason = reason.name[:300]
    organisation.save(update_fields=["status", "rejection_reason", "updated_at"])
    registration.refusal_reason = reason
    registration.refusal_words = words
    _decide(registration, Outcome.REFUSED, by, now)
    version = registration.objections.count()
    _mail(registration, "organisations.registration_refused", version)
    return registration


@transaction.atomic
def merge(
    *, registration_id: int, into_id: int, hand_over: bool, by, now: datetime
) -> Organisation:
    """It stands in the register already: what is empty there is filled from what was typed.

    Whoever registered becomes a person of that entry without rights; with `hand_over` a link
    to take it over goes to them. Raises IllegalTransition, register.CannotMerge,
    claiming.CannotHandOver.
    """
    registration = _locked(registration_id)
    organisation = _locked_organisation(registration)
    organisation.representatives.update(may_edit=False, user=None)
    target = register.merge(organisation_id=organisation.pk, into_id=into_id)
    _decide(registration, Outcome.MERGED, by, now)
    if hand_over:
        claiming.grant_to(
            organisation=target,
            email=registration.email,
            name=registration.name,
            language=registration.language,
            by=by,
            now=now,
        )
    else:
        _mail(registration, "organisations.registration_merged", 0)
    return target


@transaction.atomic
def object_to_refusal(*, registration_id: int, text: str, now: datetime) -> Objection:
    """The association objects; a coordinator who did not refuse gets the case.

    Once more while it is open, it stays the first. Raises IllegalTransition.
    """
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    if registration.outcome != Outcome.REFUSED:
        raise IllegalTransition(registration, RegistrationStatus.RECEIVED)
    known = registration.objections.filter(status=ObjectionStatus.OPEN).first()
    if known is not None:
        return known
    open_cases = Count("objections_to_decide", filter=Q(objections_to_decide__status="open"))
    other = (
        reviewers()
        .exclude(pk=registration.decided_by_id)
        .annotate(open_cases=open_cases)
        .order_by("open_cases", "pk")
        .first()
    )
    objection = Objection.objects.create(
        registration=registration, text=text, against=registration.decided_by, assigned_to=other
    )
    for person in [other] if other else reviewers():
        enqueue(
            "organisations.objection_office",
            about=objection,
            to=person.email,
            language=person.language,
            recipient_id=person.pk,
        )
    return objection


@transaction.atomic
def decide_objection(
    *, objection_id: int, is_justified: bool, words: str, by, now: datetime
) -> Objection:
    """Another person than the one who refused decides; a justified one opens the review again.

    Raises ReviewRefused, IllegalTransition.
    """
    objection = Objection.objects.select_for_update(of=("self",)).get(pk=objection_id)
    if objection.against_id == by.pk:
        raise ReviewRefused(_("Who refused cannot decide about the objection."))
    registration = Registration.objects.select_for_update(of=("self",)).get(
        pk=objection.registration_id
    )
    objection.move_to(ObjectionStatus.GRANTED if is_justified else ObjectionStatus.UPHELD)
    objection.decided_by = by
    objection.decided_at = now
    objection.words = words
    objection.save()
    if is_justified:
        organisation = _locked_organisation(registration, may_be_decided=True)
        organisation.move_to(OrganisationStatus.IN_REVIEW)
        organisation.rejection_reason = ""
        organisation.save(update_fields=["status", "rejection_reason", "updated_at"])
        registration.move_to(RegistrationStatus.RECEIVED)
        registration.outcome = ""
        registration.decided_at = None
        registration.decided_by = None
        registration.reviewer = by
        registration.waiting_since = now
        registration.save()
    enqueue(
        "organisations.objection_decided",
        about=objection,
        to=registration.email,
        language=registration.language,
    )
    return objection


def _decide(registration: Registration, outcome: str, by, now: datetime) -> None:
    registration.move_to(RegistrationStatus.DECIDED)
    registration.outcome = outcome
    registration.decided_at = now
    registration.decided_by = by
    registration.waiting_since = None
    registration.save()


def _mail(registration: Registration, kind: str, version: int) -> None:
    enqueue(
        kind,
        about=registration,
        to=registration.email,
        language=registration.language,
        version=version,
    )


def _locked(registration_id: int) -> Registration:
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    if registration.status != RegistrationStatus.RECEIVED:
        raise IllegalTransition(registration, RegistrationStatus.DECIDED)
    return registration


def _locked_organisation(registration: Registration, *, may_be_decided=False) -> Organisation:
    organisation = Organisation.objects.select_for_update(of=("self",)).get(
        pk=registration.organisation_id
    )
    under_review = {OrganisationStatus.IN_REVIEW, OrganisationStatus.QUERY}
    if not may_be_decided and organisation.status not in under_review:
        raise IllegalTransition(organisation, organisation.status)
    return organisation
