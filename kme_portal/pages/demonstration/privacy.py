"""What the group Datenschutz has on its desk in the demonstration."""

from datetime import datetime, timedelta

from django.utils import timezone

from kme_portal.accounts.models import (
    Channel,
    DataRequest,
    Incident,
    RequestKind,
    Risk,
    RoleRequest,
    User,
)
from kme_portal.accounts.models.cases import due_one_month_after
from kme_portal.mailings.addresses import digest

REQUESTS = (
    (
        RequestKind.RECTIFICATION,
        "vorstand@demo.example",
        3,
        "Unsere Telefonnummer hat sich geändert.",
    ),
    (RequestKind.ACCESS, "gast@demo.example", 24, "Wer hat meine Anmeldung gesehen?"),
)


def load_privacy(coordinator: User, now: datetime) -> None:
    """Two requests at different ages, an incident that needed no report, a role to confirm."""
    for kind, email, days, text in REQUESTS:
        received_on = timezone.localdate(now - timedelta(days=days))
        DataRequest.objects.create(
            kind=kind,
            email=email,
            address_digest=digest(email),
            text=text,
            channel=Channel.LINK,
            received_on=received_on,
            due_on=due_one_month_after(received_on),
        )
    Incident.objects.create(
        title="Ausgedruckte Namensliste im Besprechungsraum vergessen",
        noticed_at=now - timedelta(days=12),
        description="Die Liste lag eine Stunde in einem abgeschlossenen Raum.",
        data_kinds="Namen von Angemeldeten",
        people_affected=14,
        risk=Risk.NONE,
        delay_reason="Niemand Fremdes hatte Zugang; die Liste wurde vernichtet.",
        measures="Namenslisten werden nur noch am Einlass gedruckt.",
    )
    editor, _created = User.objects.get_or_create(
        email="redaktion@demo.example", defaults={"name": "Redaktion", "is_staff": True}
    )
    RoleRequest.objects.create(user=editor, groups=["Leitung"], asked_by=coordinator)
