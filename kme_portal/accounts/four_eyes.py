"""Roles that a second person confirms before anybody has them (Vier-Augen-Prinzip)."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import roles, services
from kme_portal.accounts.models import RoleRequest, RoleRequestStatus, User
from kme_portal.mailings.services import enqueue

security = logging.getLogger("portal.security")

CONFIRMED_BY_A_SECOND = frozenset({roles.COORDINATORS, roles.DATA_PROTECTION, roles.LEADERS})


class CannotDecide(Exception):
    """Not by this person, or not any more; the message says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


def withheld(*, user: User, had: Iterable[str], asked: Iterable[str], by: User) -> set[str]:
    """Of the roles asked for, those that have to wait.

    Empty while nobody else could confirm them: an office has to begin with somebody.
    """
    new = CONFIRMED_BY_A_SECOND & (set(asked) - set(had))
    return new if new and who_decides(user=user, asked_by=by).exists() else set()


def who_decides(*, user: User, asked_by: User | None) -> QuerySet[User]:
    """The second pair of eyes: neither who asked nor who gets the role."""
    return roles.guardians().exclude(pk__in=[row.pk for row in (user, asked_by) if row])


@transaction.atomic
def ask(*, user: User, groups: Iterable[str], by: User, now: datetime | None = None) -> RoleRequest:
    """Note what is to be given, and write to everybody who can confirm it; twice is once."""
    now, wanted = now or timezone.now(), sorted(groups)
    standing = RoleRequest.objects.waiting(now).filter(user=user, groups=wanted).first()
    if standing is not None:
        return standing
    row = RoleRequest.objects.create(user=user, groups=wanted, asked_by=by)
    for person in who_decides(user=user, asked_by=by):
        enqueue(
            "accounts.role_asked",
            about=row,
            to=person.email,
            language=person.language,
            recipient_id=person.pk,
        )
    security.info("role asked for", extra={"user": user.pk, "by": by.pk, "role_request": row.pk})
    return row


@transaction.atomic
def confirm(*, request_id: int, by: User, now: datetime | None = None) -> RoleRequest:
    """Give the roles: they are recorded with both names, and the sessions of before end.

    Raises CannotDecide, or IllegalTransition where somebody was faster.
    """
    row, now = _locked(request_id, by), now or timezone.now()
    _decide(row, RoleRequestStatus.CONFIRMED, by, now)
    user = row.user
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    user.groups.add(*Group.objects.filter(name__in=row.groups))
    services.note_changed_role(user=user, by=row.asked_by, confirmed_by=by)
    return row


@transaction.atomic
def refuse(*, request_id: int, by: User, now: datetime | None = None) -> RoleRequest:
    """Nothing is given, and who asked is told; raises as `confirm` does."""
    row = _locked(request_id, by)
    _decide(row, RoleRequestStatus.REFUSED, by, now or timezone.now())
    return row


@transaction.atomic
def withdraw(*, request_id: int, by: User, now: datetime | None = None) -> RoleRequest:
    """Who asked has thought better of it."""
    row = _locked(request_id, by)
    if row.asked_by_id != by.pk:
        raise CannotDecide(_("Only who asked can withdraw this."))
    row.move_to(RoleRequestStatus.WITHDRAWN)
    row.decided_by, row.decided_at = by, now or timezone.now()
    row.save(update_fields=["status", "decided_by", "decided_at", "updated_at"])
    return row


def why_not(row: RoleRequest, by: User, now: datetime):
    """Why this person cannot decide this now; "" if they can."""
    if by.pk in (row.asked_by_id, row.user_id):
        return _("A second person has to decide this.")
    if not who_decides(user=row.user, asked_by=row.asked_by).filter(pk=by.pk).exists():
        return _("Koordination and Datenschutz decide this.")
    if row.status == RoleRequestStatus.WAITING and not (
        RoleRequest.objects.waiting(now).filter(pk=row.pk).exists()
    ):
        return _("This can no longer be confirmed: fourteen days have passed, or somebody left.")
    return ""


def _decide(row: RoleRequest, status: RoleRequestStatus, by: User, now: datetime) -> None:
    if reason := why_not(row, by, now):
        raise CannotDecide(reason)
    row.move_to(status)
    row.decided_by, row.decided_at = by, now
    row.save(update_fields=["status", "decided_by", "decided_at", "updated_at"])
    asker = row.asked_by
    enqueue(
        "accounts.role_decided",
        about=row,
        to=asker.email,
        language=asker.language,
        recipient_id=asker.pk,
    )
    security.info(
        "role decided", extra={"role_request": row.pk, "by": by.pk, "status": str(status)}
    )


def _locked(request_id: int, by: User) -> RoleRequest:
    """With the accounts of all concerned: nobody leaves while this is decided."""
    row = RoleRequest.objects.select_for_update().get(pk=request_id)
    concerned = User.objects.filter(pk__in=[row.user_id, row.asked_by_id, by.pk])
    list(concerned.order_by("pk").select_for_update(no_key=True))
    return row
