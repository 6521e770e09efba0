"""Funded projects, their partners, and what the authority decided: a mirror."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Event
from funding.models.calls import Pillar
from kme_portal.base.append_only import append_only
from kme_portal.base.models import TimeStampedModel
from kme_portal.base.searching import (
    Beside,
    Searched,
    by_words,
    folded,
    searched_indexes,
    translated,
)
from kme_portal.base.translated import TranslatedTexts
from organisations.models import District, Organisation, Term


class ProjectStatus(models.TextChoices):
    """Where the granting authority's procedure stands (domain: Bewilligungsverfahren)."""

    INTEREST = "interest", _("expression of interest")
    APPLIED = "applied", _("applied")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")
    RUNNING = "running", _("running")
    PROOF_DUE = "proof_due", _("proof of use due")
    PROOF_HANDED_IN = "proof_handed_in", _("proof of use handed in")
    COMPLETED = "completed", _("completed")
    REVOKED = "revoked", _("revoked")


NAMED_IN_PUBLIC = [
    ProjectStatus.GRANTED,
    ProjectStatus.RUNNING,
    ProjectStatus.PROOF_DUE,
    ProjectStatus.PROOF_HANDED_IN,
    ProjectStatus.COMPLETED,
]


SEARCHED = Searched(
    title=translated("title"),
    text=translated("summary", "remained"),
    beside=(
        Beside("carrier", Organisation.objects.listed, F("search_text")),
        Beside("presented_by", Organisation.objects.listed, F("search_text")),
        Beside("districts", District.objects.all, folded("name")),
        Beside("priorities", Term.objects.current, translated("name")),
    ),
)


class ProjectQuerySet(models.QuerySet):
    def matching(self, text: str):
        return by_words(self, text, SEARCHED)

    def with_status(self):
        """Each row with its latest entry's status, amount and day."""
        latest = StatusEntry.objects.filter(project=OuterRef("pk")).order_by("-valid_on", "-pk")
        return self.annotate(
            current_status=Subquery(latest.values("status")[:1]),
            current_amount=Subquery(latest.values("amount")[:1]),
            status_valid_on=Subquery(latest.values("valid_on")[:1]),
        )

    def public(self):
        """Published, and granted: an application that failed is nobody's business."""
        return (
            self.with_status()
            .filter(is_published=True)
            .filter(Q(current_status__in=NAMED_IN_PUBLIC) | Q(current_status=None))
        )


class Project(TranslatedTexts, TimeStampedModel):
    """A funded project (Projekt, Partnerprojekt) of an association with others."""

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    summary = models.TextField(_("public summary"), max_length=4000, blank=True)
    remained = models.TextField(_("what remained"), max_length=4000, blank=True)
    pillar = models.ForeignKey(
        Pillar,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("kind of funding"),
    )
    carrier = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_projects",
        verbose_name=_("carrier of record"),
    )
    presented_by = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presented_projects",
        verbose_name=_("presented by"),
        help_text=_("Who tells of the project, where that is not the carrier of record."),
    )
    districts = models.ManyToManyField(
        District, related_name="projects", blank=True, verbose_name=_("districts")
    )
    priorities = models.ManyToManyField(
        Term, related_name="+", blank=True, verbose_name=_("priorities")
    )
    events = models.ManyToManyField(
        Event, related_name="projects", blank=True, verbose_name=_("events")
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("follows"),
    )
    website = models.URLField(_("website"), max_length=400, blank=True)
    is_published = models.BooleanField(_("published"), default=False)
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-from_on", "id"]
        indexes = searched_indexes("project", SEARCHED)
        constraints = [
            models.CheckConstraint(
                name="project_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            ),
            models.CheckConstraint(
                name="project_does_not_follow_itself",
                condition=Q(follows=None) | ~Q(follows=F("pk")),
                violation_error_message=_("A project cannot follow itself."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("funding:project", args=[self.slug])


class StatusEntry(models.Model):
    """What the granting authority decided, as the portal learnt it; append-only.

    The portal mirrors and never decides. `amount` is euro granted (or applied for).
    """

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="status_entries", verbose_name=_("project")
    )
    status = models.CharField(_("status"), max_length=16, choices=ProjectStatus)
    amount = models.DecimalField(
        _("amount in euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    valid_on = models.DateField(_("valid since"))
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    source = models.CharField(_("source"), max_length=400)

    class Meta:
        verbose_name = _("status entry")
        verbose_name_plural = _("status entries")
        ordering = ["valid_on", "id"]
        triggers = append_only
        constraints = [
            models.CheckConstraint(
                name="status_entry_amount_not_negative",
                condition=Q(amount=None) | Q(amount__gte=0),
                violation_error_message=_("An amount cannot be negative."),
            )
        ]

    def __str__(self):
        return f"{self.get_status_display()} ({self.valid_on:%d.%m.%Y})"


class PartnerRole(models.TextChoices):
    PARTNER = "partner", _("partner association")
    PARTICIPANT = "participant", _("further participant")


class ProjectPartnerQuerySet(models.QuerySet):
    def public(self):
        return self.filter(organisation__in=Organisation.objects.listed())


class ProjectPartner(models.Model):
    """An association that a carrier supports in a partner project (Partnerverein)."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="partners", verbose_name=_("project")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(
        _("role"), max_length=12, choices=PartnerRole, default=PartnerRole.PARTNER
    )
    goal = models.CharField(_("goal"), max_length=300, blank=True)
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)

    objects = ProjectPartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                name="project_partner_once",
                violation_error_message=_("This organisation is a partner already."),
            ),
            models.CheckConstraint(
                name="project_partner_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            ),
        ]

    def __str__(self):
        return str(self.organisation)
