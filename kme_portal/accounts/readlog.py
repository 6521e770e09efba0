"""Noting who looked at protected data."""

import logging
from collections.abc import Iterable
from datetime import datetime

import pgtrigger
from django.apps import apps
from django.db.models import Model
from django.utils.text import capfirst

from kme_portal.accounts.models import Reading, ReadLog

security = logging.getLogger("portal.security")


def note_view(*, user: Model, row: Model) -> None:
    """One person looked at one protected record."""
    ReadLog.objects.create(user=user, reading=Reading.VIEW, model=row._meta.label, ids=[row.pk])


def note_export(*, user: Model, model: type[Model], ids: Iterable[int], purpose: str) -> None:
    """One person took these records out; the purpose is what they typed, and may not be empty."""
    entry = ReadLog.objects.create(
        user=user, reading=Reading.EXPORT, model=model._meta.label, ids=list(ids), purpose=purpose
    )
    security.info(
        "exported", extra={"user": user.pk, "model": entry.model, "count": len(entry.ids)}
    )


def name_of_model(label: str) -> str:
    """What the office calls the records of "events.Party"; the label of a model that is gone."""
    try:
        return capfirst(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return label


def erase_before(moment: datetime) -> int:
    """Entries past their keeping time; the only way one ever goes."""
    with pgtrigger.ignore("accounts.ReadLog:append_only"):
        erased, _per_model = ReadLog.objects.past_keeping_time(moment).delete()
    return erased
