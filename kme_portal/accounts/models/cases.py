"""What people ask under the GDPR, and what went wrong: cases with due dates."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models.consents import Channel
from kme_portal.base.models import StatusMixin, TimeStampedModel
from kme_portal.mailings.addresses import digest

AUTHORITY_WITHIN = timedelta(hours=72)
"""From noticing a breach to telling the supervisory authority (Article 33(1))."""


def due_one_month_after(received: date, *, further_months: int = 0) -> date:
    """Article 12(3): one month, extendable by two; the 31st becomes the last of the month."""
    months = received.year * 12 + received.month + further_months
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(received.day, monthrange(year, month)[1]))


class RequestKind(models.TextChoices):
    ACCESS = "access", _("access (Article 15)")
    RECTIFICATION = "rectification", _("correction (Article 16)")
    ERASURE = "erasure", _("erasure (Article 17)")
    RESTRICTION = "restriction", _("restriction (Article 18)")
    PORTABILITY = "portability", _("data portability (Article 20)")
    OBJECTION = "objection", _("objection (Article 21)")
    COMPLAINT = "complaint", _("complaint or question")


class RequestStatus(models.TextChoices):
    OPEN = "open", _("open")
    IN_PROGRESS = "in_progress", _("in progress")
    ANSWERED = "answered", _("answered")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


class DataRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(status__in=[RequestStatus.OPEN, RequestStatus.IN_PROGRESS])

    def overdue(self, today: date):
        return self.waiting().filter(due_on__lt=today)

    def of(self, email: str):
        return self.filter(address_digest=digest(email))

    def closed_before(self, moment: datetime):
        return self.filter(closed_at__lt=moment)


class DataRequest(StatusMixin, TimeStampedModel):
    """What somebody asks for about their own data (Betroffenenanfrage), to be answered in time.

    Once the person is erased only kind, dates and outcome remain, with a digest of the address.
    """

    TRANSITIONS = {
        RequestStatus.OPEN: {
            RequestStatus.IN_PROGRESS,
            RequestStatus.ANSWERED,
            RequestStatus.REFUSED,
            RequestStatus.WITHDRAWN,
        },
        RequestStatus.IN_PROGRESS: {
            RequestStatus.ANSWERED,
            RequestStatus.REFUSED,
            RequestStatus.WITHDRAWN,
        },
    }

    kind = models.CharField(_("what is asked for"), max_length=14, choices=RequestKind)
    status = models.CharField(
        _("status"), max_length=12, choices=RequestStatus, default=RequestStatus.OPEN
    )
    channel = models.CharField(_("channel"), max_length=12, choices=Channel, default=Channel.FORM)
    email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("Letters go here. Empty: answer by post, and say so in a note."),
    )
    address_digest = models.CharField(max_length=22, blank=True, db_index=True, editable=False)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(
        _("language of letters"), max_length=7, choices=settings.LANGUAGES, default="de"
    )
    text = models.TextField(_("in the person's words"), max_length=4000, blank=True)
    received_on = models.DateField(_("received on"), default=localdate)
    due_on = models.DateField(_("due on"))
    extension_reason = models.TextField(_("reason for the extension"), max_length=1000, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible"),
    )
    answer = models.TextField(_("answer to the person"), max_length=8000, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("data protection request")
        verbose_name_plural = _("data protection requests")
        ordering = ["due_on", "pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                name="datarequest_closed_has_a_date",
                condition=Q(status__in=["open", "in_progress"], closed_at=None)
                | (~Q(status__in=["open", "in_progress"]) & Q(closed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="datarequest_due_after_it_came",
                condition=Q(due_on__gte=models.F("received_on")),
                violation_error_message=_("It cannot be due before it came."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} #{self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.status in (RequestStatus.OPEN, RequestStatus.IN_PROGRESS)

    @property
    def is_overdue(self) -> bool:
        return self.is_waiting and self.due_on < localdate()

    @property
    def is_extended(self) -> bool:
        return self.due_on > due_one_month_after(self.received_on)


class IncidentStatus(models.TextChoices):
    OPEN = "open", _("open")
    CONTAINED = "contained", _("contained")
    CLOSED = "closed", _("closed")


class Risk(models.TextChoices):
    UNKNOWN = "unknown", _("not judged yet")
    NONE = "none", _("unlikely to be a risk")
    RISK = "risk", _("a risk: tell the authority (Article 33)")
    HIGH = "high", _("a high risk: tell the people too (Article 34)")


class IncidentQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(status=IncidentStatus.CLOSED)

    def to_be_reported(self):
        """The clock runs: nobody told the authority, and nobody judged that it is no risk."""
        return self.open().filter(authority_told_at=None).exclude(risk=Risk.NONE)

    def people_to_be_told(self):
        return self.open().filter(risk=Risk.HIGH, people_told_at=None)

    def closed_before(self, moment: datetime):
        return self.filter(closed_at__lt=moment)


class Incident(StatusMixin, TimeStampedModel):
    """A breach of personal data (Datenschutzvorfall), documented by Article 33(5).

    The texts tell what happened to how many people, and name nobody.
    """

    TRANSITIONS = {
        IncidentStatus.OPEN: {IncidentStatus.CONTAINED, IncidentStatus.CLOSED},
        IncidentStatus.CONTAINED: {IncidentStatus.CLOSED},
        IncidentStatus.CLOSED: {IncidentStatus.OPEN},
    }

    title = models.CharField(
        _("what happened, in a few words"), max_length=150, help_text=_("Without names of people.")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=IncidentStatus, default=IncidentStatus.OPEN
    )
    noticed_at = models.DateTimeField(
        _("noticed"),
        default=timezone.now,
        help_text=_("The 72 hours to tell the authority begin now."),
    )
    happened_at = models.DateTimeField(_("happened"), null=True, blank=True)
    description = models.TextField(_("what happened"), max_length=8000, blank=True)
    data_kinds = models.CharField(_("which data"), max_length=300, blank=True)
    people_affected = models.PositiveIntegerField(_("people affected"), null=True, blank=True)
    consequences = models.TextField(_("likely consequences"), max_length=4000, blank=True)
    measures = models.TextField(_("what was done"), max_length=4000, blank=True)
    risk = models.CharField(
        _("risk for the people"), max_length=8, choices=Risk, default=Risk.UNKNOWN
    )
    authority_told_at = models.DateTimeField(_("authority told"), null=True, blank=True)
    delay_reason = models.TextField(
        _("why not within 72 hours, or why not at all"), max_length=2000, blank=True
    )
    people_told_at = models.DateTimeField(_("people told"), null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible"),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("data protection incident")
        verbose_name_plural = _("data protection incidents")
        ordering = ["-noticed_at"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                name="incident_closed_has_a_date",
                condition=Q(status="closed", closed_at__isnull=False)
                | (~Q(status="closed") & Q(closed_at=None)),
            ),
            models.CheckConstraint(
                name="incident_closed_is_judged",
                condition=~Q(status="closed") | ~Q(risk="unknown"),
                violation_error_message=_("Judge the risk before you close the incident."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def report_until(self) -> datetime:
        return self.noticed_at + AUTHORITY_WITHIN

    @property
    def needs_report(self) -> bool:
        return (
            self.status != IncidentStatus.CLOSED
            and self.risk != Risk.NONE
            and self.authority_told_at is None
        )


class CaseNote(models.Model):
    """What was done or said in a case (Vermerk); goes with its case."""

    request = models.ForeignKey(
        DataRequest, models.CASCADE, null=True, blank=True, related_name="notes"
    )
    incident = models.ForeignKey(
        Incident, models.CASCADE, null=True, blank=True, related_name="notes"
    )
    text = models.TextField(_("note"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at"]
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(
                name="casenote_of_one_case",
                condition=Q(request__isnull=True) ^ Q(incident__isnull=True),
            )
        ]

    def __str__(self):
        return f"#{self.pk}"
