"""What the outbox offers to those below: tasks, personal data, keeping times, its health."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.backups.restoring import after_restore
from kme_portal.base.health import checks
from kme_portal.base.registries import (
    PersonalData,
    Retention,
    WaitingTask,
    personal_data,
    retentions,
    waiting_tasks,
)
from kme_portal.mailings import health
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.letters import title_of
from kme_portal.mailings.models import Message, Pause, Suppression


def to_message(message: Message) -> str:
    return reverse("admin:mailings_message_change", args=[message.pk])


def to_outbox(_row) -> str:
    return reverse("admin:mailings_message_changelist")


def name_of(message: Message) -> str:
    return f"{title_of(message.kind)}: {message.email}"


def visible(user, rows):
    return rows if user.has_perm("mailings.view_message") else rows.none()


waiting_tasks.register(
    "mailings.undelivered",
    WaitingTask(
        title=_("Mails that could not be delivered"),
        rows=lambda user: visible(user, Message.objects.undelivered().order_by("settled_at")),
        url=to_message,
        since=lambda message: message.settled_at,
        oldest="settled_at",
        patience=timedelta(days=7),
        label=name_of,
    ),
)
waiting_tasks.register(
    "mailings.paused",
    WaitingTask(
        title=_("The mail server accepts no mail from the portal"),
        rows=lambda user: visible(user, Pause.objects.filter(is_refusal=True)),
        url=to_outbox,
        since=lambda pause: pause.since,
        oldest="since",
        patience=timedelta(hours=1),
    ),
)
waiting_tasks.register(
    "mailings.overdue",
    WaitingTask(
        title=_("Mails that should have left more than an hour ago"),
        rows=lambda user: visible(user, health.overdue(timezone.now()).order_by("created_at")),
        url=to_message,
        since=lambda message: message.created_at,
        oldest="created_at",
        patience=timedelta(hours=4),
        label=name_of,
    ),
)

retentions.register(
    "mailings.messages",
    Retention(
        title=_("Addresses of mails that were sent"),
        period=_("30 days after the mail was settled"),
        due=lambda now: Message.objects.past_keeping_time(now),
        erase=lambda now: Message.objects.past_keeping_time(now).empty(now),
    ),
)


def export_mails(email: str) -> list[dict]:
    """Which letters, when, and what became of them; the texts are not stored."""
    return [
        {
            "letter": str(title_of(message.kind)),
            "email": message.email,
            "language": message.language,
            "noted": message.created_at.isoformat(),
            "status": str(message.get_status_display()),
            "settled": message.settled_at.isoformat() if message.settled_at else None,
        }
        for message in Message.objects.of_address(email)
    ]


def export_block(email: str) -> list[dict]:
    return [
        {"reason": str(row.get_reason_display()), "since": row.created_at.isoformat()}
        for row in Suppression.objects.filter(digest=digest(email))
    ]


def keep_block(_email: str, _now: datetime) -> int:
    """Stays after erasure: without it the objection would be forgotten (Article 17(3)(b))."""
    return 0


LETTER = (
    _("Send letters and know whether they arrived"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("30 days after the mail was settled"),
)
personal_data.register(
    "mailings.messages",
    PersonalData(
        title=_("Mails to you"),
        export=export_mails,
        erase=lambda email, now: Message.objects.of_address(email).empty(now),
        goes=_("Which letters went to you and what became of them."),
        labels={"letter": _("Letter"), "noted": _("Noted"), "settled": _("Settled")},
        fields={
            f"mailings.Message.{name}": LETTER
            for name in (
                "email",
                "address_digest",
                "language",
                "recipient_id",
                "data",
                "last_error",
                "message_id",
            )
        },
    ),
)
personal_data.register(
    "mailings.suppressions",
    PersonalData(
        title=_("No letters to your address"),
        export=export_block,
        erase=keep_block,
        stays=_(
            "A check number of your address, so that no list of addresses brings letters back that"
            " you did not want."
        ),
        fields={
            "mailings.Suppression.digest": (
                _("Honour that somebody wants no letters"),
                _("Article 6(1)(c) with Article 21 GDPR"),
                _("until the person wants letters again"),
            )
        },
    ),
)

checks.register("outbox", health.check)


def expire_what_waited(now: datetime) -> str:
    """Most of what waited when the backup was made has left since."""
    number = Message.objects.queued().expire(now=now)
    return f"Mails that waited and will not be sent: {number}."


after_restore.register("mailings.outbox", expire_what_waited)
