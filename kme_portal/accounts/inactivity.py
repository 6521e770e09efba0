"""Accounts that nobody uses any more: warned twice by mail, then emptied.

Counted from the last sign-in. Who signs in after a warning begins anew. The last coordinator's
account stays, however long it was unused: without it nobody could invite another.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, Greatest

from kme_portal.accounts import roles
from kme_portal.accounts.models import RoleEventKind, User
from kme_portal.mailings.models import Message

FIRST_WARNING = timedelta(days=60)
SECOND_WARNING = timedelta(days=14)


def unused_since(moment: datetime) -> QuerySet[User]:
    """Open accounts whose owner was last here before that moment."""
    return User.objects.annotate(
        active_at=Greatest(Coalesce("last_login", "joined_at"), Coalesce("invited_at", "joined_at"))
    ).filter(is_active=True, active_at__lt=moment)


def to_warn(now: datetime, kind: str) -> QuerySet[User]:
    """No letter of this kind was written since they were last here."""
    return _without(kind, unused_since(now - settings.KEPT["accounts"] + FIRST_WARNING))


def to_warn_again(now: datetime, kind: str) -> QuerySet[User]:
    """Warned once, and the time is nearly over."""
    rows = unused_since(now - settings.KEPT["accounts"] + SECOND_WARNING)
    return _without(
        kind, rows.filter(warned_at__gt=F("active_at"), warned_at__lt=now - SECOND_WARNING)
    )


def _without(kind: str, rows: QuerySet[User]) -> QuerySet[User]:
    written = Message.objects.filter(
        kind=kind, about_id=OuterRef("pk"), created_at__gt=OuterRef("active_at")
    )
    return rows.filter(~Exists(written))


def past_keeping_time(now: datetime) -> QuerySet[User]:
    """Warned twice, the second time two weeks ago."""
    return (
        unused_since(now - settings.KEPT["accounts"])
        .filter(warned_at__gt=F("active_at"))
        .filter(warned_again_at__gt=F("active_at"), warned_again_at__lt=now - SECOND_WARNING)
        .exclude(pk__in=roles.last_coordinator())
    )


def ends_at(user: User) -> datetime:
    """When this account goes unless its owner signs in."""
    active = max(user.last_login or user.joined_at, user.invited_at or user.joined_at)
    return active + settings.KEPT["accounts"]


def forget(now: datetime) -> int:
    """Empty what is past its time, one after another, so that one coordinator is left."""
    from kme_portal.accounts.registered.personal import erase_account

    forgotten = 0
    for pk in past_keeping_time(now).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            user = past_keeping_time(now).select_for_update(of=("self",)).filter(pk=pk).first()
            if user is not None:
                roles.record(user, RoleEventKind.FORGOTTEN)
                erase_account(user.email, now)
                forgotten += 1
    return forgotten
