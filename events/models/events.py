"""Events and what belongs to their page."""

from pathlib import PurePath

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models.event_queries import EventQuerySet, EventStatus, EventVisibility, Mode
from events.models.searching import SEARCHED
from events.models.venues import Venue
from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.base.searching import searched_indexes
from kme_portal.base.translated import TranslatedTexts
from organisations.models import Organisation, Term, TermKind, Visibility


class Event(StatusMixin, TranslatedTexts, TimeStampedModel):
    """A gathering of 30 to 200 people (Veranstaltung)."""

    TRANSITIONS = {
        EventStatus.DRAFT: {EventStatus.PUBLISHED},
        EventStatus.PUBLISHED: {EventStatus.CANCELLED, EventStatus.CLOSED},
        EventStatus.CANCELLED: set(),
        EventStatus.CLOSED: set(),
    }

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(
        _("address of the page"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Left empty, it is made from the title. It stays as it is once published."),
    )
    uid = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    calendar_title = models.CharField(
        _("neutral title for mails and calendars"),
        max_length=100,
        blank=True,
        help_text=_(
            "Stands in subjects and on locked screens, so it must not tell a belief. "
            "Left empty, it is “Event in” with the city."
        ),
    )
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    description = models.TextField(_("description"), max_length=8000, blank=True)
    kind = models.ForeignKey(Term, models.PROTECT, related_name="+", verbose_name=_("kind"))
    mode = models.CharField(_("format"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    visibility = models.CharField(
        _("visible to"), max_length=10, choices=EventVisibility, default=EventVisibility.PUBLIC
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    previous_starts_at = models.DateTimeField(
        _("was planned for"), null=True, blank=True, editable=False
    )
    previous_mode = models.CharField(
        _("was planned as"), max_length=8, choices=Mode, blank=True, editable=False
    )
    moved_at = models.DateTimeField(_("moved"), null=True, blank=True, editable=False)
    move_note = models.CharField(_("what changed and why"), max_length=300, blank=True)
    registration_opens_at = models.DateTimeField(_("registration from"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration until"), null=True, blank=True)
    registration_url = models.URLField(_("registration elsewhere"), blank=True)
    answer_by = models.DateField(_("answer by"), null=True, blank=True)
    seats_per_association = models.PositiveSmallIntegerField(_("seats per association"), default=2)
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("venue"),
    )
    joining_url = models.URLField(_("link to join online"), blank=True)
    joining_note = models.TextField(_("joining details"), max_length=2000, blank=True)
    organiser = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organised_events",
        verbose_name=_("organiser"),
    )
    co_organisers = models.ManyToManyField(
        Organisation,
        related_name="co_organised_events",
        blank=True,
        verbose_name=_("co-organisers"),
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible"),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deputy"),
    )
    access_contact = models.CharField(_("contact for access needs"), max_length=120, blank=True)
    access_phone = models.CharField(_("telephone for access needs"), max_length=40, blank=True)
    access_email = models.EmailField(_("e-mail for access needs"), blank=True)
    costs = models.CharField(
        _("costs"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Left empty, nothing is said of costs."),
    )
    target_groups = models.ManyToManyField(
        Term,
        related_name="+",
        blank=True,
        limit_choices_to={"kind": TermKind.TARGET_GROUP},
        verbose_name=_("for whom"),
    )
    fields = models.ManyToManyField(
        Term, related_name="events", blank=True, verbose_name=_("fields of activity")
    )
    languages = models.ManyToManyField(
        Term, related_name="+", blank=True, verbose_name=_("languages")
    )
    interpretation = models.ManyToManyField(
        Term, related_name="+", blank=True, verbose_name=_("interpretation into")
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=EventStatus, default=EventStatus.DRAFT
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True, editable=False)
    cancellation_note = models.CharField(_("why it is cancelled"), max_length=300, blank=True)
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["starts_at"]
        indexes = [
            models.Index(fields=["starts_at"], name="event_starts_at"),
            *searched_indexes("event", SEARCHED),
        ]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end lies before the beginning."),
            ),
            models.CheckConstraint(
                name="event_published_has_a_date",
                condition=Q(status=EventStatus.DRAFT) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="event_cancelled_has_a_date",
                condition=~Q(status=EventStatus.CANCELLED) | Q(cancelled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="event_published_has_an_address",
                condition=Q(status=EventStatus.DRAFT) | ~Q(slug=""),
            ),
            models.CheckConstraint(
                name="event_published_is_complete",
                condition=~Q(status=EventStatus.PUBLISHED)
                | Q(responsible__isnull=False)
                & ~Q(access_contact="")
                & ~Q(access_phone="")
                & (Q(mode=Mode.ONLINE) | Q(venue__isnull=False))
                & (Q(mode=Mode.ON_SITE) | ~Q(joining_url="")),
                violation_error_message=_(
                    "A published event needs a responsible person, a contact for access needs "
                    "with telephone, and the venue or joining link that its format asks for."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:page", args=[self.slug])

    @property
    def neutral_title(self) -> str:
        """Title for subjects and calendars: tells no belief, unlike kinds such as Iftar."""
        if self.calendar_title:
            return self.calendar_title
        if self.mode == Mode.ONLINE or self.venue is None:
            return gettext("Online event")
        return gettext("Event in %(city)s") % {"city": self.venue.city}

    @property
    def is_on_site(self) -> bool:
        return self.mode != Mode.ONLINE

    @property
    def is_online(self) -> bool:
        return self.mode != Mode.ON_SITE

    @property
    def is_moved(self) -> bool:
        """Whether the date was changed after people had read it."""
        return self.previous_starts_at is not None and self.previous_starts_at != self.starts_at

    @property
    def is_moved_online(self) -> bool:
        return self.mode == Mode.ONLINE and self.previous_mode in {Mode.ON_SITE, Mode.HYBRID}

    def is_past(self, now) -> bool:
        return self.ends_at < now

    def missing_for_publication(self) -> dict[str, str]:
        """Fields that readers need and that are still empty, each with what to do."""
        missing = {}
        if self.responsible_id is None:
            missing["responsible"] = _("Name the person of the office who is responsible.")
        if self.is_on_site and self.venue_id is None:
            missing["venue"] = _("Name the venue, or choose the format “online”.")
        if self.is_online and not self.joining_url:
            missing["joining_url"] = _("Enter the link to join, or choose the format “on site”.")
        if not self.access_contact:
            missing["access_contact"] = _("Name whom guests may ask about access.")
        if not self.access_phone:
            missing["access_phone"] = _("Enter the telephone number of the contact.")
        return missing


class AgendaItem(models.Model):
    """A point of the programme (Programmpunkt); people by role, not by name."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="agenda")
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    people = models.CharField(_("people by role"), max_length=300, blank=True)
    room = models.CharField(_("room"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")
        ordering = ["starts_at", "id"]

    def __str__(self):
        return self.title


def document_path(instance, filename: str) -> str:
    """A random name in private storage; the name it had may tell of a person."""
    return f"documents/{new_public_id()}{PurePath(filename).suffix.lower()}"


class EventDocument(TimeStampedModel):
    """A file beside an event (Unterlage), in private storage, served by a checked view."""

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    event = models.ForeignKey(Event, models.CASCADE, related_name="documents")
    title = models.CharField(_("title"), max_length=150)
    file = models.FileField(_("file"), upload_to=document_path)
    visibility = models.CharField(
        _("visible to"), max_length=8, choices=Visibility, default=Visibility.NETWORK
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["title"]

    def __str__(self):
        return self.title
