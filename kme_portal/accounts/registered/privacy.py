"""What the privacy page and the desk of the group Datenschutz show of the registers."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base import processing, retention
from kme_portal.base.models import Heartbeat
from kme_portal.base.registries import Panel, WaitingTask, panels, waiting_tasks


def may_see(user) -> bool:
    return user.has_perm("accounts.view_datarequest")


def record_for_readers(page, request) -> dict:
    """What is stored, what for and how long: always as the portal does it now."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for activity in processing.activities():
        key = (activity.purpose, activity.basis, activity.period)
        found.setdefault(key, []).append(activity.title)
    return {"purposes": [(*key, ", ".join(titles)) for key, titles in sorted(found.items())]}


panels.register(
    "accounts.processing",
    Panel("page.datenschutz", "accounts/processing_panel.html", record_for_readers),
)
panels.register(
    "accounts.privacy_desk",
    Panel(
        "office.desk",
        "accounts/privacy_desk.html",
        lambda user, request: {} if may_see(user) else None,
    ),
)
waiting_tasks.register(
    "base.retention_silent",
    WaitingTask(
        title=_("Erasure has not run for 26 hours"),
        rows=lambda user: (
            retention.silent(timezone.now()) if may_see(user) else Heartbeat.objects.none()
        ),
        url=lambda beat: reverse("admin:accounts_datarequest_retention"),
        since=lambda beat: beat.beat_at,
        label=retention.title_of,
        oldest="beat_at",
        patience=timedelta(hours=26),
    ),
)
