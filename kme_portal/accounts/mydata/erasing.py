"""Erasing a person everywhere (Artikel 17), at once and whole."""

import logging
from datetime import datetime

import pgtrigger
from django.conf import settings
from django.db import transaction

from kme_portal.accounts import cases
from kme_portal.accounts.models import Channel, DataRequest, Erasure, RequestKind
from kme_portal.base import erasures
from kme_portal.base.history import erase_history
from kme_portal.base.registries import personal_data
from kme_portal.mailings.addresses import digest, normalised
from kme_portal.mailings.services import enqueue

security = logging.getLogger("portal.security")
logger = logging.getLogger(__name__)


def reasons_to_wait(email: str) -> list[str]:
    """Sentences why the office must act first; empty when the portal may erase at once."""
    return [str(reason) for entry in personal_data for reason in entry.hold(email)]


def ask_for_erasure(
    *, email: str, language: str, channel: Channel, now: datetime
) -> DataRequest | None:
    """Erase at once, or leave it to the office where somebody must act first.

    Returns None when it is done. Where a part of the portal cannot erase, everything stays and
    the office gets the request, so that nobody is told what is not true.
    """
    email = normalised(email)
    if not reasons_to_wait(email):
        try:
            erase_person(email=email, language=language, channel=channel, now=now)
        except Exception:
            logger.exception("erasure failed")
        else:
            return None
    return cases.receive_request(
        kind=RequestKind.ERASURE, email=email, language=language, channel=channel, now=now
    )


@transaction.atomic
def erase_person(*, email: str, language: str, channel: Channel, now: datetime) -> Erasure:
    """Remove what every app holds about the address, and tell the person by one last mail.

    The uppermost app goes first: it finds its rows by what those below still hold.
    """
    email = normalised(email)
    # Before the rows go, and outside the database: a restored backup brings nobody back.
    erasures.remember(email, now=now)
    rows = sum(entry.erase(email, now) for _name, entry in reversed(list(personal_data.items())))
    erasure = Erasure.objects.create(
        digest=digest(email), channel=channel, rows=rows, erased_at=now
    )
    enqueue("accounts.erased", about=erasure, to=email, language=language)
    security.info("person erased", extra={"erasure": erasure.pk, "rows": rows})
    return erasure


def forget_old_proofs(now: datetime) -> int:
    with pgtrigger.ignore("accounts.Erasure:append_only"):
        return Erasure.objects.filter(erased_at__lt=now - settings.KEPT["data_requests"]).delete()[
            0
        ]


@transaction.atomic
def forget_cases(rows) -> int:
    """Cases past their keeping time, with their notes and their history."""
    ids = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=ids).delete()
    erase_history(rows.model, ids, reason="keeping time")
    return len(ids)
