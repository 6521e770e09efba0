"""Who may do what in the office, and that every change of it is recorded."""

from datetime import datetime

import pgtrigger
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from kme_portal.accounts.models import RoleEvent, RoleEventKind, User

COORDINATORS = "Koordination"


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
    user: User, kind: RoleEventKind, *, by: User | None = None, successor: User | None = None
) -> RoleEvent:
    """Note what was just changed, with the groups as they are now."""
    groups = sorted(user.groups.values_list("name", flat=True)) if user.is_staff else []
    return RoleEvent.objects.create(user=user, kind=kind, by=by, successor=successor, groups=groups)


def erase_before(moment: datetime) -> int:
    """Entries past their keeping time; the only way one ever goes."""
    with pgtrigger.ignore("accounts.RoleEvent:append_only"):
        erased, _per_model = RoleEvent.objects.filter(happened_at__lt=moment).delete()
    return erased
