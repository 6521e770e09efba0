"""What waits of messages and barrier reports, and how they are handed over and forgotten."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.registries import (
    RECORDED,
    PersonalData,
    Responsibility,
    Retention,
    WaitingTask,
    personal_data,
    responsibilities,
    retentions,
    waiting_tasks,
)
from kme_portal.pages.models import Case
from kme_portal.pages.services import cases


def open_cases(user):
    """Those nobody has taken, and one's own."""
    if not user.has_perm("pages.change_case"):
        return Case.objects.none()
    mine = Case.objects.open().filter(Q(assigned_to=None) | Q(assigned_to=user))
    return mine.filter(due_on__gte=timezone.localdate()).order_by("due_on")


def overdue_cases(user):
    """For everyone who may answer, in whose hands it is or not."""
    if not user.has_perm("pages.change_case"):
        return Case.objects.none()
    return Case.objects.overdue(timezone.localdate()).order_by("due_on")


def address(case):
    return reverse("admin:pages_case_change", args=[case.pk])


def label(case):
    day = _("reply due on %(day)s") % {"day": f"{case.due_on:%d.%m.%Y}"}
    return f"{case}, {day}"


waiting_tasks.register(
    "pages.overdue_cases",
    WaitingTask(
        title=_("Overdue: messages and barrier reports without a reply in time"),
        rows=overdue_cases,
        url=address,
        since=lambda case: timezone.make_aware(datetime.combine(case.due_on, time.max)),
        label=label,
        oldest="due_on",
        patience=timedelta(0),
    ),
)
waiting_tasks.register(
    "pages.cases",
    WaitingTask(
        title=_("Messages and barrier reports to answer"),
        rows=open_cases,
        url=address,
        since=lambda case: case.received_at,
        label=label,
        oldest="received_at",
    ),
)

responsibilities.register(
    "pages.cases",
    Responsibility(
        title=_("Messages and barrier reports to answer"),
        field="pages.Case.assigned_to",
        open=lambda rows: rows.open(),
        url=address,
        label=label,
    ),
)


def due(now):
    return Case.objects.filter(
        Q(pk__in=Case.objects.to_be_emptied(now).values("pk"))
        | Q(pk__in=Case.objects.to_be_deleted(now).values("pk"))
    )


retentions.register(
    "pages.cases",
    Retention(
        title=_("Messages and barrier reports"),
        period=_(
            "what was written 90 days after it was closed; the rest of a barrier report 3 years"
        ),
        due=due,
        erase=lambda now: cases.forget_past_cases(now=now),
    ),
)


def export_cases(email):
    return [
        {
            "reference": case.reference,
            "kind": str(case.get_kind_display()),
            "received": case.received_at.isoformat(),
            "topic": str(case.get_topic_display()),
            "page": case.page,
            "message": case.message,
            "assistive_technology": case.assistive_technology,
            "name": case.name,
            "email": case.email,
            "language": case.language,
            "status": str(case.get_status_display()),
            "replies": [
                {"written": reply.written_at.isoformat(), "text": reply.text}
                for reply in case.replies.all()
            ],
        }
        for case in Case.objects.of(email).prefetch_related("replies")
    ]


ANSWERING = (
    _("Answer messages and reports"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW; for barrier reports § 10b BGG NRW"),
    _("90 days after it was closed"),
)
personal_data.register(
    "pages.cases",
    PersonalData(
        title=_("Messages and barrier reports"),
        export=export_cases,
        erase=lambda email, now: cases.erase_cases_of(email=email, now=now),
        goes=_("What you wrote to us, and our answers."),
        labels={
            "reference": _("Number"),
            "kind": _("Kind"),
            "received": _("Received"),
            "topic": _("Topic"),
            "page": _("Page"),
            "message": _("Message"),
            "assistive_technology": _("Assistive technology"),
            "replies": _("Answers"),
            "written": _("Written"),
        },
        fields={
            f"pages.{name}": ANSWERING
            for name in (
                "Case.message",
                "Case.assistive_technology",
                "Case.name",
                "Case.email",
                "CaseReply.text",
            )
        }
        | {
            "pages.Case.assigned_to": RECORDED,
            "pages.CaseReply.written_by": RECORDED,
        },
    ),
)
