"""Who may do what in the office, and that every change of it is recorded."""

from datetime import datetime

import pgtrigger
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from kme_portal.accounts.models import RoleEvent, RoleEventKind, User
from kme_portal.mailings.services import enqueue

COORDINATORS = "Koordination"
DATA_PROTECTION = "Datenschutz"
LEADERS = "Leitung"
# What could let somebody in who should not be, or leave nobody who would notice.
TOLD_TO_OTHERS = {
    RoleEventKind.INVITED,
    RoleEventKind.CHANGED,
    RoleEventKind.FACTOR_RESET,
    RoleEventKind.LEFT,
}


def colleagues(*, without: User) -> QuerySet[User]:
    """Who of the office can take something over."""
    return (
        User.objects.filter(is_active=True, is_staff=True)
        .exclude(pk=without.pk)
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .order_by("name", "email")
    )


def coordinators() -> QuerySet[User]:
    """Who can invite others today: those with a password."""
    return User.objects.filter(is_active=True, is_staff=True, groups__name=COORDINATORS).exclude(
        password__startswith=UNUSABLE_PASSWORD_PREFIX
    )


def last_coordinator() -> list[int]:
    """The number of the only coordinator there is; empty when there are several, or none."""
    found = list(coordinators().values_list("pk", flat=True)[:2])
    return found if len(found) == 1 else []


def record(
    user: User,
    kind: RoleEventKind,
    *,
    by: User | None = None,
    confirmed_by: User | None = None,
    successor: User | None = None,
) -> RoleEvent:
    """Note what was just changed, with the groups as they are now, and tell the others of it.

    Call it in the transaction of the change.
    """
    groups = sorted(user.groups.values_list("name", flat=True)) if user.is_staff else []
    event = RoleEvent.objects.create(
        user=user,
        kind=kind,
        by=by,
        confirmed_by=confirmed_by,
        successor=successor,
        groups=groups,
    )
    if kind in TOLD_TO_OTHERS:
        for witness in witnesses(event):
            enqueue(
                "accounts.role_told",
                about=event,
                to=witness.email,
                language=witness.language,
                recipient_id=witness.pk,
            )
    return event


def guardians() -> QuerySet[User]:
    """Who leads the office or guards its data today."""
    return (
        User.objects.filter(is_active=True, is_staff=True)
        .filter(groups__name__in=[COORDINATORS, DATA_PROTECTION])
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .distinct()
    )


def witnesses(event: RoleEvent) -> QuerySet[User]:
    """The second pair of eyes: those who took no part."""
    parts = (event.user_id, event.by_id, event.confirmed_by_id)
    return guardians().exclude(pk__in=[pk for pk in parts if pk])


def erase_before(moment: datetime) -> int:
    """Entries past their keeping time; the only way one ever goes."""
    with pgtrigger.ignore("accounts.RoleEvent:append_only"):
        erased, _per_model = RoleEvent.objects.filter(happened_at__lt=moment).delete()
    return erased
