"""Messages and barrier reports of the demonstration: invented, by roles, at example domains."""

from datetime import datetime, timedelta

from django.utils import timezone

from kme_portal.pages.models import Case, CaseKind, CaseTopic
from kme_portal.pages.models.cases import FIRST_REPLY, LAST_REPLY

WRITTEN = (
    {
        "kind": CaseKind.BARRIER,
        "page": "/veranstaltungen/",
        "message": "Mit meiner Vorlesesoftware höre ich bei den Filtern nicht, was gewählt ist.",
        "assistive_technology": "NVDA mit Firefox",
        "name": "Vorstand",
        "email": "vorstand@solingen.example",
        "days_ago": 16,
    },
    {
        "kind": CaseKind.CONTACT,
        "topic": CaseTopic.JOINING,
        "message": "Wir sind eine Frauengruppe ohne Eintrag beim Amt. Können wir mitmachen?",
        "name": "Sprecherin",
        "email": "sprecherin@frauengruppe.example",
        "days_ago": 2,
    },
)


def load_messages(now: datetime) -> None:
    """One is overdue, one waits; no letters go out, for nobody wrote them."""
    for given in WRITTEN:
        fields = dict(given)
        received = now - timedelta(days=fields.pop("days_ago"))
        day = timezone.localdate(received)
        Case.objects.create(
            received_at=received, due_on=day + FIRST_REPLY, answer_by=day + LAST_REPLY, **fields
        )
