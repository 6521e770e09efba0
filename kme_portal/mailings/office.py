"""What the outbox lends to the office's own pages."""

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kme_portal.base.health import BEAT_MAY_BE_SILENT
from kme_portal.base.models import Heartbeat
from kme_portal.base.office import Figures, OfficeSearch, figures, office_searches
from kme_portal.base.registries import Panel, panels
from kme_portal.mailings.health import ALARM_AFTER
from kme_portal.mailings.letters import title_of
from kme_portal.mailings.models import Message, MessageStatus, Pause

UNDELIVERABLE = [MessageStatus.FAILED, MessageStatus.RETURNED]


def mails_found(query: str, user) -> QuerySet[Message]:
    """By the reference a mail bears, by its number, or by whom it went to."""
    if not user.has_perm("mailings.view_message"):
        return Message.objects.none()
    found = Q(message_id__icontains=query.strip("<> ")) | Q(email__icontains=query)
    number = query.removeprefix("#")
    if number.isdigit() and len(number) < 18:
        found |= Q(pk=int(number))
    return Message.objects.filter(found).order_by("-created_at")


def mail_told(message: Message) -> str:
    moment = timezone.localtime(message.settled_at or message.created_at)
    return ", ".join([message.email, str(message.get_status_display()), f"{moment:%d.%m.%Y}"])


office_searches.register(
    "mails",
    OfficeSearch(
        title=gettext_lazy("Mails"),
        rows=mails_found,
        url=lambda row: reverse("admin:mailings_message_change", args=[row.pk]),
        label=lambda row: str(title_of(row.kind)),
        told=mail_told,
        list_url=lambda query: (
            f"{reverse('admin:mailings_message_changelist')}?{urlencode({'q': query})}"
        ),
        order=200,
    ),
)


def post_on_the_desk(user, request) -> dict | None:
    """What waits, what left today, what never arrived; and whether it moves, in a sentence."""
    if not user.has_perm("mailings.view_message"):
        return None
    now = timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    numbers = Message.objects.aggregate(
        waiting=Count("pk", filter=Q(status=MessageStatus.QUEUED)),
        due=Count("pk", filter=Q(status=MessageStatus.QUEUED, not_before__lte=now - ALARM_AFTER)),
        sent_today=Count("pk", filter=Q(status=MessageStatus.SENT, settled_at__gte=midnight)),
        undeliverable=Count("pk", filter=Q(status__in=UNDELIVERABLE, dealt_with_at=None)),
    )
    sentence, is_well = health_in_words(now, late=numbers["due"])
    changelist = reverse("admin:mailings_message_changelist")
    return {
        "sentence": sentence,
        "is_well": is_well,
        "numbers": [
            (_("waiting to leave"), numbers["waiting"], f"{changelist}?status__exact=queued"),
            (_("sent today"), numbers["sent_today"], f"{changelist}?status__exact=sent"),
            (
                _("could not be delivered"),
                numbers["undeliverable"],
                reverse("admin:tasks", args=["mailings.undelivered"]),
            ),
        ],
    }


def health_in_words(now: datetime, *, late: int) -> tuple[str, bool]:
    refused = Pause.objects.values("is_refusal")[:1]
    beat_at, refused = (
        Heartbeat.objects.filter(name="beat")
        .annotate(refused=Subquery(refused))
        .values_list("beat_at", "refused")
        .first()
    ) or (None, None)
    if refused:
        sentence = _("The mail server accepts no mail from the portal. No mail is lost; all wait.")
        return sentence, False
    if refused is not None:
        return _("The mail server cannot be reached. No mail is lost; all wait."), False
    if beat_at is None or beat_at < now - BEAT_MAY_BE_SILENT:
        return (
            _(
                "The clock that sends mails and reminders has stopped. Please tell whoever "
                "operates the portal; afterwards everything is made up for."
            ),
            False,
        )
    if late:
        return _("Mails leave more slowly than usual."), False
    return _("Mails leave as they should."), True


panels.register(
    "mailings.post", Panel("office.desk", "mailings/admin/desk_post.html", post_on_the_desk, 20)
)


def post_in_figures(now: datetime) -> list[tuple[str, int]]:
    recent = Message.objects.filter(settled_at__gte=now - timedelta(days=30))
    return [
        (_("mails sent within thirty days"), recent.filter(status=MessageStatus.SENT).count()),
        (_("of all, could not be delivered"), recent.filter(status__in=UNDELIVERABLE).count()),
    ]


figures.register("mailings", Figures(title=gettext_lazy("Mails"), rows=post_in_figures))
