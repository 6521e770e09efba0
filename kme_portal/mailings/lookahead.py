"""Reads what the next mails of a send-out are about in one query, shortly before they leave."""

import time
from datetime import datetime

from django.db.models import Model

from kme_portal.mailings.letters import Letter
from kme_portal.mailings.models import Lane, Message

ROWS = 25
HOLDS = 0.5
"""Seconds. A send-out reads hundreds of wide rows; older than this none is believed."""


class LookAhead:
    """For one drain. Only bulk mail is read ahead: a confirmation is asked about when it leaves."""

    def __init__(self) -> None:
        self._rows: dict[int, Model] = {}
        self._kind = ""
        self._read_at = 0.0

    def about(self, letter: Letter, message: Message, now: datetime) -> Model | None:
        if message.lane != Lane.BULK or letter.model is None or _reads_by_itself(letter):
            return letter.about(message)
        row = self._rows.pop(message.about_id, None) if self._holds(letter) else None
        return row or self._read(letter, message, now)

    def _holds(self, letter: Letter) -> bool:
        return self._kind == letter.kind and time.monotonic() - self._read_at < HOLDS

    def _read(self, letter: Letter, message: Message, now: datetime) -> Model | None:
        self._kind, self._read_at = letter.kind, time.monotonic()
        following = (
            Message.objects.due(now)
            .filter(kind=letter.kind, lane=Lane.BULK)
            .order_by("not_before", "id")
            .values_list("about_id", flat=True)
        )
        wanted = {message.about_id, *following[:ROWS]}
        self._rows = {row.pk: row for row in letter.rows().filter(pk__in=wanted).order_by()}
        return self._rows.pop(message.about_id, None)


def _reads_by_itself(letter: Letter) -> bool:
    return type(letter).about is not Letter.about
