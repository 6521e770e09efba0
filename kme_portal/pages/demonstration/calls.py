"""Invented notes of telephone calls, so that the page for the call has something to tell."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from organisations.models import ContactChannel, Organisation
from organisations.services.people import note_contact

# Association, days ago, how, what was said, days until it is to be taken up again.
CALLS = (
    ("solingen", 40, ContactChannel.TELEPHONE, "Der Vorstand wurde neu gewählt.", None),
    (
        "solingen",
        3,
        ContactChannel.TELEPHONE,
        "Fragt nach Fördermitteln für die Jugendarbeit. Rückruf mit den Fristen zugesagt.",
        0,
    ),
    ("aabf", 12, ContactChannel.MEETING, "Bringt das Thema Seelsorge ins Forum ein.", None),
    ("bdaj", 6, ContactChannel.TELEPHONE, "Klärt bis nächste Woche, wer zum Treffen kommt.", 4),
)


def load_calls(organisations: dict[str, Organisation], coordinator, now: datetime) -> None:
    for key, days_ago, channel, text, days_ahead in CALLS:
        note_contact(
            organisation=organisations[key],
            channel=channel,
            text=text,
            written_by=coordinator,
            now=now,
            happened_at=now - timedelta(days=days_ago),
            follow_up_on=None
            if days_ahead is None
            else localdate(now) + timedelta(days=days_ahead),
        )
