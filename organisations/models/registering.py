"""Associations that come by themselves: registrations, what is asked about them, claims."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models.organisations import Organisation, OrganisationStatus
from organisations.models.people import Representative
from organisations.models.vocabulary import Term, TermKind

UNCONFIRMED_KEPT = timedelta(hours=48)
DRAFT_KEPT = timedelta(days=30)
"""How long a draft is kept whose address is confirmed."""
DECIDED_KEPT = timedelta(days=365)
CLAIM_HOLDS = timedelta(days=14)


class RegistrationStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    RECEIVED = "received", _("received")
    DECIDED = "decided", _("decided")


class Outcome(models.TextChoices):
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    MERGED = "merged", _("merged with an existing entry")


class RegistrationQuerySet(MessageAwareQuerySet):
    def drafts(self):
        return self.filter(status=RegistrationStatus.DRAFT)

    def received(self):
        return self.filter(status=RegistrationStatus.RECEIVED)

    def of(self, email: str):
        return self.annotate(mailbox=Lower("email")).filter(mailbox=email.strip().lower())

    def waiting_for_office(self):
        return self.received().filter(organisation__status=OrganisationStatus.IN_REVIEW)

    def waiting_for_association(self):
        return self.received().filter(organisation__status=OrganisationStatus.QUERY)

    def past_keeping(self, now: datetime):
        """Unconfirmed after 48 hours, drafts after 30 days, decided ones after a year."""
        drafts = Q(status=RegistrationStatus.DRAFT)
        return self.filter(
            drafts & Q(confirmed_at=None, created_at__lt=now - UNCONFIRMED_KEPT)
            | drafts & Q(confirmed_at__lt=now - DRAFT_KEPT)
            | Q(status=RegistrationStatus.DECIDED, decided_at__lt=now - DECIDED_KEPT)
        )


class Registration(StatusMixin, TimeStampedModel):
    """An association's registration of itself (Selbstregistrierung).

    What is typed stays in `answers` until the address is proven by the link of a mail: the
    register holds nothing that a stranger typed. From then on `organisation` is under review,
    and its status tells whose turn it is.
    """

    S = RegistrationStatus
    TRANSITIONS = {
        S.DRAFT: {S.RECEIVED},
        S.RECEIVED: {S.DECIDED},
        # An objection was justified.
        S.DECIDED: {S.RECEIVED},
    }

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0, editable=False)
    # Of the first page as it was opened: sent twice, it is one registration.
    form_id = models.CharField(max_length=32, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(
        _("language of letters"), max_length=7, choices=settings.LANGUAGES, default="de"
    )
    answers = models.JSONField(_("what was typed"), default=dict, blank=True)
    # The association's name without marks and legal form, to know a second one of the same.
    name_key = models.CharField(max_length=200, editable=False)
    spam_signs = models.JSONField(_("signs of spam"), default=list, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=RegistrationStatus, default=RegistrationStatus.DRAFT
    )
    sent_at = models.DateTimeField(_("completed"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), null=True, blank=True)
    waiting_since = models.DateTimeField(_("waiting since"), null=True, blank=True)
    questions_asked = models.PositiveSmallIntegerField(
        _("questions asked"), default=0, editable=False
    )
    organisation = models.OneToOneField(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="registration",
        verbose_name=_("organisation"),
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    outcome = models.CharField(_("decision"), max_length=10, choices=Outcome, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    refusal_reason = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": TermKind.REFUSAL_REASON},
        verbose_name=_("reason of refusal"),
    )
    refusal_words = models.TextField(_("in the office's words"), max_length=2000, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration of an association")
        verbose_name_plural = _("registrations of associations")
        ordering = ["waiting_since", "pk"]
        indexes = [models.Index(Lower("email"), name="joining_email")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "name_key",
                condition=Q(status=RegistrationStatus.RECEIVED),
                name="joining_received_once",
                violation_error_message=_("This association is registered already."),
            ),
            models.CheckConstraint(
                name="joining_received_after_proof",
                condition=Q(status=RegistrationStatus.DRAFT, organisation=None)
                | Q(
                    organisation__isnull=False,
                    confirmed_at__isnull=False,
                    received_at__isnull=False,
                )
                & ~Q(status=RegistrationStatus.DRAFT),
            ),
            models.CheckConstraint(
                name="joining_decision_is_whole",
                condition=Q(status=RegistrationStatus.DECIDED, decided_at__isnull=False)
                & ~Q(outcome="")
                | ~Q(status=RegistrationStatus.DECIDED) & Q(decided_at=None, outcome=""),
            ),
            models.CheckConstraint(
                name="joining_refusal_has_a_reason",
                condition=~Q(outcome=Outcome.REFUSED) | Q(refusal_reason__isnull=False),
                violation_error_message=_("A refusal needs a reason."),
            ),
        ]

    def __str__(self):
        return self.answers.get("name", "") or str(self.pk)

    @property
    def ends_at(self) -> datetime:
        """When a draft is deleted."""
        if self.confirmed_at:
            return self.confirmed_at + DRAFT_KEPT
        return self.created_at + UNCONFIRMED_KEPT


class Side(models.TextChoices):
    OFFICE = "office", _("the office")
    ASSOCIATION = "association", _("the association")


class ReviewMessage(models.Model):
    """A question of the office about a registration, or the answer to it (Rückfrage)."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="messages", verbose_name=_("registration")
    )
    side = models.CharField(_("from"), max_length=12, choices=Side)
    text = models.TextField(_("text"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("message of a review")
        verbose_name_plural = _("messages of reviews")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(name="review_message_says_something", condition=~Q(text=""))
        ]

    def __str__(self):
        return f"{self.get_side_display()} {self.written_at:%d.%m.%Y}"


class ObjectionStatus(models.TextChoices):
    OPEN = "open", _("open")
    UPHELD = "upheld", _("the refusal stays")
    GRANTED = "granted", _("the review begins again")


class Objection(StatusMixin, TimeStampedModel):
    """An association objects to a refusal (Widerspruch); another person decides than before."""

    S = ObjectionStatus
    TRANSITIONS = {S.OPEN: {S.UPHELD, S.GRANTED}}

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="objections", verbose_name=_("registration")
    )
    text = models.TextField(_("text"), max_length=4000)
    status = models.CharField(
        _("status"), max_length=10, choices=ObjectionStatus, default=ObjectionStatus.OPEN
    )
    against = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("against the decision of"),
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="objections_to_decide",
        verbose_name=_("assigned to"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    words = models.TextField(_("in the office's words"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("objection to a refusal")
        verbose_name_plural = _("objections to refusals")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(status=ObjectionStatus.OPEN),
                name="objection_open_once",
            ),
            models.CheckConstraint(
                name="objection_decided_by_another",
                condition=Q(decided_by=None) | Q(against=None) | ~Q(decided_by=F("against")),
                violation_error_message=_("Who refused cannot decide about the objection."),
            ),
            models.CheckConstraint(
                name="objection_decision_has_a_date",
                condition=Q(status=ObjectionStatus.OPEN, decided_at=None)
                | ~Q(status=ObjectionStatus.OPEN) & Q(decided_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"#{self.pk}"


class EntryClaimStatus(models.TextChoices):
    SENT = "sent", _("link sent")
    ASKED = "asked", _("waiting for the office")
    TAKEN = "taken", _("taken over")
    REFUSED = "refused", _("refused")


class EntryClaimQuerySet(MessageAwareQuerySet):
    def of(self, email: str):
        return self.annotate(mailbox=Lower("email")).filter(mailbox=email.strip().lower())

    def asked(self):
        return self.filter(status=EntryClaimStatus.ASKED)

    def past_keeping(self, now: datetime):
        """Links that nobody pressed go with their term, decided ones after a year."""
        S = EntryClaimStatus
        return self.filter(
            Q(status=S.SENT, sent_at__lt=now - CLAIM_HOLDS)
            | Q(status__in=[S.TAKEN, S.REFUSED], decided_at__lt=now - DECIDED_KEPT)
        )


class EntryClaim(StatusMixin, TimeStampedModel):
    """Somebody takes over an entry that the office made, or asks to (Übernahme eines Eintrags).

    The link proves the mailbox. With `is_granted` the office vouches for the person; otherwise
    it suffices that the address stands in the entry and nobody has taken it over before.
    """

    S = EntryClaimStatus
    TRANSITIONS = {S.SENT: {S.ASKED, S.TAKEN}, S.ASKED: {S.SENT, S.REFUSED}}

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="claims", verbose_name=_("organisation")
    )
    representative = models.ForeignKey(
        Representative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("person"),
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150, blank=True)
    words = models.TextField(_("what links you to the association"), max_length=1000, blank=True)
    language = models.CharField(
        _("language of letters"), max_length=7, choices=settings.LANGUAGES, default="de"
    )
    status = models.CharField(
        _("status"), max_length=8, choices=EntryClaimStatus, default=EntryClaimStatus.SENT
    )
    is_granted = models.BooleanField(_("approved by the office"), default=False)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    sent_at = models.DateTimeField(_("link sent"))
    waiting_since = models.DateTimeField(_("waiting since"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    refusal_words = models.TextField(_("in the office's words"), max_length=2000, blank=True)

    objects = EntryClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim to an entry")
        verbose_name_plural = _("claims to entries")
        ordering = ["waiting_since", "pk"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=Q(status__in=[EntryClaimStatus.SENT, EntryClaimStatus.ASKED]),
                name="entry_claim_open_once",
            ),
            models.CheckConstraint(
                name="entry_claim_decision_has_a_date",
                condition=Q(
                    status__in=[EntryClaimStatus.TAKEN, EntryClaimStatus.REFUSED],
                    decided_at__isnull=False,
                )
                | Q(status__in=[EntryClaimStatus.SENT, EntryClaimStatus.ASKED], decided_at=None),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} #{self.pk}"

    def holds_until(self) -> datetime:
        return self.sent_at + CLAIM_HOLDS
