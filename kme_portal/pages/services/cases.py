"""What happens to a message or a barrier report, from its arrival until it is forgotten."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from kme_portal.base.history import erase_history
from kme_portal.mailings.services import enqueue
from kme_portal.pages.models import Case, CaseKind, CaseReply, CaseStatus, ReplyKind
from kme_portal.pages.models.cases import FIRST_REPLY, LAST_REPLY


class NoAddress(Exception):
    """A reply was to go to somebody who left no address."""


@transaction.atomic
def receive_case(
    *,
    kind: str,
    message: str,
    language: str,
    now: datetime,
    topic: str = "",
    page: str = "",
    assistive_technology: str = "",
    name: str = "",
    email: str = "",
    confirm: bool = True,
) -> Case:
    """Note what somebody wrote, tell the office, and confirm it to an address that was left.

    The confirmation repeats nothing that was typed, so that nobody can send words of theirs to
    somebody else's mailbox.
    """
    today = timezone.localdate(now)
    case = Case.objects.create(
        kind=kind,
        topic=topic,
        message=message,
        page=page,
        assistive_technology=assistive_technology,
        name=name,
        email=email,
        language=language,
        received_at=now,
        due_on=today + FIRST_REPLY,
        answer_by=today + LAST_REPLY,
    )
    enqueue("pages.case_arrived", about=case, to=settings.OFFICE_EMAIL, language="de")
    if email and confirm:
        enqueue("pages.case_received", about=case, to=email, language=language)
    return case


@transaction.atomic
def take_case(*, case_id: int, by: Model) -> Case:
    """One person of the office takes care of it from now on."""
    case = _locked(case_id)
    case.move_to(CaseStatus.IN_PROGRESS)
    case.assigned_to = by
    case.save(update_fields=["status", "assigned_to", "updated_at"])
    return case


@transaction.atomic
def send_interim_reply(*, case_id: int, text: str, by: Model, now: datetime) -> CaseReply:
    """Tell how it goes on; the final answer is due six weeks after the arrival."""
    case = _locked(case_id)
    case.move_to(CaseStatus.IN_PROGRESS)
    reply = _reply(case, ReplyKind.INTERIM, text, by, now)
    case.interim_at = now
    case.due_on = case.answer_by
    case.assigned_to = case.assigned_to or by
    case.save(update_fields=["status", "interim_at", "due_on", "assigned_to", "updated_at"])
    return reply


@transaction.atomic
def answer_case(*, case_id: int, text: str, outcome: str, by: Model, now: datetime) -> CaseReply:
    """Send the answer and close the case; an answer to it opens it again."""
    case = _locked(case_id)
    case.move_to(CaseStatus.CLOSED)
    reply = _reply(case, ReplyKind.ANSWER, text, by, now)
    case.answered_at = case.closed_at = now
    case.outcome = outcome
    case.assigned_to = case.assigned_to or by
    case.save()
    return reply


@transaction.atomic
def close_case(*, case_id: int, outcome: str, now: datetime) -> Case:
    """Close it without a letter: answered by telephone, anonymous, or abuse."""
    case = _locked(case_id)
    case.move_to(CaseStatus.CLOSED)
    case.closed_at = now
    case.outcome = outcome
    case.save(update_fields=["status", "closed_at", "outcome", "updated_at"])
    return case


@transaction.atomic
def reopen_case(*, case_id: int, by: Model, now: datetime) -> Case:
    """It was not the end; a reply is due within two weeks."""
    case = _locked(case_id)
    case.move_to(CaseStatus.IN_PROGRESS)
    case.closed_at = None
    case.outcome = ""
    case.assigned_to = by
    case.due_on = timezone.localdate(now) + FIRST_REPLY
    case.answer_by = max(case.answer_by, case.due_on)
    case.save()
    return case


@transaction.atomic
def empty_cases(cases, *, now: datetime) -> int:
    """Delete what was written in these cases, by both sides; what is left names nobody."""
    ids = list(cases.values_list("pk", flat=True))
    CaseReply.objects.filter(case__in=ids).delete()
    return Case.objects.filter(pk__in=ids).update(
        message="", name="", email="", assistive_technology="", emptied_at=now
    )


@transaction.atomic
def delete_cases(cases) -> int:
    """Remove the rows too, and what the history keeps of them."""
    ids = list(cases.values_list("pk", flat=True))
    Case.objects.filter(pk__in=ids).delete()
    erase_history(Case, ids, reason="keeping time")
    return len(ids)


@transaction.atomic
def forget_past_cases(*, now: datetime) -> int:
    """The nightly erasure: contents first, then the rows that serve nothing any more."""
    emptied = empty_cases(Case.objects.to_be_emptied(now), now=now)
    return emptied + delete_cases(Case.objects.to_be_deleted(now))


@transaction.atomic
def erase_cases_of(*, email: str, now: datetime) -> int:
    """Article 17: messages of this person go; of a barrier report the barrier stays."""
    found = Case.objects.of(email)
    ids = list(found.values_list("pk", flat=True))
    empty_cases(found, now=now)
    delete_cases(Case.objects.filter(pk__in=ids, kind=CaseKind.CONTACT))
    return len(ids)


def _locked(case_id: int) -> Case:
    return Case.objects.select_for_update(of=("self",)).get(pk=case_id)


def _reply(case: Case, kind: str, text: str, by: Model, now: datetime) -> CaseReply:
    if not case.email:
        raise NoAddress
    reply = CaseReply.objects.create(case=case, kind=kind, text=text, written_by=by, written_at=now)
    enqueue("pages.case_reply", about=reply, to=case.email, language=case.language)
    return reply
