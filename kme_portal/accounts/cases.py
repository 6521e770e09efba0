"""What the office does with requests and incidents: received, extended, answered, closed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kme_portal.accounts.models import (
    CaseNote,
    Channel,
    DataRequest,
    Incident,
    IncidentStatus,
    RequestStatus,
    Risk,
    User,
)
from kme_portal.accounts.models.cases import due_one_month_after
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.addresses import digest, normalised
from kme_portal.mailings.services import enqueue

LONGEST_EXTENSION = 2
"""Months beyond the first (Article 12(3))."""


class CaseRefused(Exception):
    """What was asked of a case the law or its state does not allow; `message` says why."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


@transaction.atomic
def receive_request(
    *,
    kind: str,
    email: str,
    language: str,
    channel: Channel,
    text: str = "",
    name: str = "",
    received_on: date | None = None,
    now: datetime,
) -> DataRequest:
    """Open a case, due in one month, and tell the person until when they get an answer.

    The same wish while the first one waits is the same case; new words are added to it.
    """
    email = normalised(email)
    known = (
        DataRequest.objects.waiting().of(email).filter(kind=kind).select_for_update().first()
        if email
        else None
    )
    if known is not None:
        if text and text not in known.text:
            known.text = f"{known.text}\n\n{text}".strip()[:4000]
            known.save(update_fields=["text", "updated_at"])
        return known
    received_on = received_on or timezone.localdate(now)
    request = DataRequest.objects.create(
        kind=kind,
        email=email,
        address_digest=digest(email) if email else "",
        name=name,
        language=language,
        channel=channel,
        text=text,
        received_on=received_on,
        due_on=due_one_month_after(received_on),
    )
    acknowledge(request)
    return request


def acknowledge(request: DataRequest) -> None:
    if request.email:
        enqueue(
            "accounts.request_received",
            about=request,
            to=request.email,
            language=request.language,
        )


def _locked(request_id: int) -> DataRequest:
    return DataRequest.objects.select_for_update(of=("self",)).get(pk=request_id)


@transaction.atomic
def take_up(*, request_id: int, user: User) -> DataRequest:
    """Somebody works on it now."""
    request = _locked(request_id)
    request.move_to(RequestStatus.IN_PROGRESS)
    request.responsible = user
    request.save(update_fields=["status", "responsible", "updated_at"])
    return request


@transaction.atomic
def extend(*, request_id: int, reason: str, months: int = LONGEST_EXTENSION) -> DataRequest:
    """Later by up to two months, once, told to the person with the reason (Article 12(3)).

    Raises CaseRefused without a reason, a second time, or once the first month is over.
    """
    request = _locked(request_id)
    if not request.is_waiting:
        raise IllegalTransition(request, request.status)
    if not reason.strip():
        raise CaseRefused(_("An extension needs a reason that the person is told."))
    if request.is_extended:
        raise CaseRefused(_("It was extended already; a second time is not allowed."))
    if request.is_overdue:
        raise CaseRefused(_("The month is over; the person had to be told within it."))
    months = min(max(months, 1), LONGEST_EXTENSION)
    request.extension_reason = reason.strip()
    request.due_on = due_one_month_after(request.received_on, further_months=months)
    request.save(update_fields=["extension_reason", "due_on", "updated_at"])
    if request.email:
        enqueue(
            "accounts.request_extended",
            about=request,
            to=request.email,
            language=request.language,
        )
    return request


@transaction.atomic
def close(
    *, request_id: int, status: RequestStatus, answer: str = "", now: datetime
) -> DataRequest:
    """Answered, refused (with reasons and the ways to object) or withdrawn; the person is told.

    Raises IllegalTransition when it is closed, CaseRefused where the person would not learn why.
    """
    request = _locked(request_id)
    request.move_to(status)
    if status in (RequestStatus.ANSWERED, RequestStatus.REFUSED) and not answer.strip():
        raise CaseRefused(_("Write what the person is told."))
    request.answer = answer.strip()
    request.closed_at = now
    request.save(update_fields=["status", "answer", "closed_at", "updated_at"])
    if request.email and status != RequestStatus.WITHDRAWN:
        enqueue(
            "accounts.request_answered",
            about=request,
            to=request.email,
            language=request.language,
        )
    return request


def empty_requests_of(email: str, *, now: datetime) -> int:
    """The person was erased: what they asked is settled, and only kind and dates remain."""
    rows = DataRequest.objects.of(email)
    ids = list(rows.values_list("pk", flat=True))
    CaseNote.objects.filter(request__in=ids).delete()
    rows.waiting().update(status=RequestStatus.ANSWERED, closed_at=now, updated_at=now)
    return DataRequest.objects.filter(pk__in=ids).update(
        email="", name="", text="", answer="", extension_reason="", updated_at=now
    )


@transaction.atomic
def close_incident(*, incident_id: int, now: datetime) -> Incident:
    """Done: judged, told to whom it had to be told, or with the reason why not.

    Raises IllegalTransition, and CaseRefused where Article 33 or 34 is still open.
    """
    incident = Incident.objects.select_for_update(of=("self",)).get(pk=incident_id)
    incident.move_to(IncidentStatus.CLOSED)
    if incident.risk == Risk.UNKNOWN:
        raise CaseRefused(_("Judge the risk before you close the incident."))
    if incident.risk == Risk.NONE and not incident.delay_reason.strip():
        raise CaseRefused(_("Write down why it is unlikely to be a risk."))
    if incident.risk != Risk.NONE and incident.authority_told_at is None:
        raise CaseRefused(_("The supervisory authority has not been told yet."))
    if incident.risk == Risk.HIGH and incident.people_told_at is None:
        raise CaseRefused(_("The people have not been told yet."))
    incident.closed_at = now
    incident.save(update_fields=["status", "closed_at", "updated_at"])
    return incident


@transaction.atomic
def contain_incident(*, incident_id: int) -> Incident:
    """The breach is stopped; the duties to tell go on."""
    incident = Incident.objects.select_for_update(of=("self",)).get(pk=incident_id)
    incident.move_to(IncidentStatus.CONTAINED)
    incident.save(update_fields=["status", "updated_at"])
    return incident
