"""What somebody asked or reported, until it is answered and forgotten."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel

# A first answer within two weeks, the last within six (§ 5 BITVNRW); the office keeps the same
# for every message.
FIRST_REPLY = timedelta(days=14)
LAST_REPLY = timedelta(days=42)
# What was written goes after this; what is left of a barrier report serves the yearly review.
KEPT = timedelta(days=90)
REPORT_KEPT = timedelta(days=3 * 365)


class CaseKind(models.TextChoices):
    CONTACT = "contact", _("Message")
    BARRIER = "barrier", _("Barrier report")


class CaseTopic(models.TextChoices):
    INVITATION = "invitation", _("An invitation or a registration")
    JOINING = "joining", _("Our association is new here")
    ENTRY = "entry", _("Something in the portal is wrong")
    FUNDING = "funding", _("Funding and projects")
    PRESS = "press", _("Press")
    OTHER = "other", _("Something else")


class CaseStatus(models.TextChoices):
    NEW = "new", _("new")
    IN_PROGRESS = "in_progress", _("in progress")
    CLOSED = "closed", _("closed")


class CaseOutcome(models.TextChoices):
    SOLVED = "solved", _("solved")
    EXPLAINED = "explained", _("explained, cannot be changed")
    PASSED_ON = "passed_on", _("passed on")
    UNANSWERABLE = "unanswerable", _("no answer possible or wanted")
    SPAM = "spam", _("advertising or abuse")


class CaseQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(status=CaseStatus.CLOSED)

    def overdue(self, today):
        return self.open().filter(due_on__lt=today)

    def of(self, email: str):
        return self.filter(email__iexact=email.strip()).exclude(email="")

    def to_be_emptied(self, now):
        """Closed long enough, and still with what somebody wrote."""
        return self.filter(closed_at__lt=now - KEPT, emptied_at=None)

    def to_be_deleted(self, now):
        """Nothing is left of them that anybody needs."""
        return self.filter(emptied_at__isnull=False).filter(
            Q(kind=CaseKind.CONTACT) | Q(closed_at__lt=now - REPORT_KEPT)
        )


class Case(StatusMixin, TimeStampedModel):
    """A message to the office or a report of a barrier (Vorgang), with a day to answer by.

    `due_on` is the last day of the next reply, `answer_by` that of the final one.
    """

    TRANSITIONS = {
        CaseStatus.NEW: {CaseStatus.IN_PROGRESS, CaseStatus.CLOSED},
        CaseStatus.IN_PROGRESS: {CaseStatus.IN_PROGRESS, CaseStatus.CLOSED},
        CaseStatus.CLOSED: {CaseStatus.IN_PROGRESS},
    }

    kind = models.CharField(_("kind"), max_length=8, choices=CaseKind)
    topic = models.CharField(_("topic"), max_length=12, choices=CaseTopic, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=CaseStatus, default=CaseStatus.NEW
    )
    language = models.CharField(_("language"), max_length=7, default="de")
    page = models.CharField(_("page"), max_length=300, blank=True)
    message = models.TextField(_("what was written"), max_length=5000, blank=True)
    assistive_technology = models.CharField(_("assistive technology"), max_length=200, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    due_on = models.DateField(_("reply due on"))
    answer_by = models.DateField(_("answered at the latest on"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("in the hands of"),
    )
    interim_at = models.DateTimeField(_("interim reply"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=CaseOutcome, blank=True)
    emptied_at = models.DateTimeField(_("contents deleted"), null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("message or report")
        verbose_name_plural = _("messages and reports")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["due_on"], condition=~Q(status=CaseStatus.CLOSED), name="case_open"
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="case_closed_says_how",
                condition=Q(status=CaseStatus.CLOSED, closed_at__isnull=False) & ~Q(outcome="")
                | ~Q(status=CaseStatus.CLOSED) & Q(closed_at=None, outcome=""),
            ),
            models.CheckConstraint(
                name="case_emptied_is_empty",
                condition=Q(emptied_at=None)
                | Q(message="", name="", email="", assistive_technology=""),
            ),
            models.CheckConstraint(
                name="case_due_before_the_end", condition=Q(due_on__lte=models.F("answer_by"))
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.reference}"

    @property
    def reference(self) -> str:
        """What both sides call it; it opens nothing."""
        return f"{self.received_at:%Y}-{self.pk or 0:05d}"

    @property
    def is_barrier(self) -> bool:
        return self.kind == CaseKind.BARRIER

    def is_overdue(self, today) -> bool:
        return self.status != CaseStatus.CLOSED and self.due_on < today


class ReplyKind(models.TextChoices):
    INTERIM = "interim", _("interim reply")
    ANSWER = "answer", _("answer")


class CaseReply(models.Model):
    """What the office wrote back, by a letter; goes with the contents of its case."""

    case = models.ForeignKey(
        Case, models.CASCADE, related_name="replies", verbose_name=_("message or report")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=ReplyKind)
    text = models.TextField(_("text"), max_length=5000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["written_at"]
        default_permissions = ()

    def __str__(self):
        return f"{self.get_kind_display()} #{self.pk}"
