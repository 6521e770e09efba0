"""The bodies in which associations and government talk, and when they met."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Event
from kme_portal.base.models import TimeStampedModel
from kme_portal.base.translated import TranslatedTexts
from organisations.models import Organisation, Representative


class ForumKind(models.TextChoices):
    ASSEMBLY = "assembly", _("assembly")
    EXPERT_COUNCIL = "expert_council", _("expert council")
    SPECIALIST_FORUM = "specialist_forum", _("specialist forum")
    WORKING_GROUP = "working_group", _("working group")


class Forum(TranslatedTexts, TimeStampedModel):
    """A standing body of the dialogue (Forum, Expertenrat, Fachforum, Arbeitsgruppe).

    It may have no members yet: announced bodies are shown as such.
    """

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ForumKind)
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    mandate = models.TextField(_("mandate"), max_length=8000, blank=True)
    is_open = models.BooleanField(
        _("open to every association"),
        default=True,
        help_text=_("Otherwise its members are appointed."),
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)
    is_published = models.BooleanField(_("published"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                name="forum_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("dialogues:forum", args=[self.slug])


class ForumSeatQuerySet(models.QuerySet):
    def current(self, on):
        return self.filter(Q(from_on=None) | Q(from_on__lte=on), Q(to_on=None) | Q(to_on__gte=on))

    def public(self):
        """Seats the public may see: listed associations, and experts by role. Never a person."""
        return self.filter(Q(organisation__in=Organisation.objects.listed()) | ~Q(expert_role=""))


class ForumSeat(TimeStampedModel):
    """A seat in a forum: an association with its delegates, or an expert by role."""

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="seats", verbose_name=_("forum"))
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="forum_seats",
        verbose_name=_("organisation"),
    )
    delegate = models.ForeignKey(
        Representative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("delegate"),
    )
    deputy = models.ForeignKey(
        Representative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deputy"),
    )
    expert_role = models.CharField(
        _("outside expert, by role"),
        max_length=150,
        blank=True,
        help_text=_("Such as “Chair of Islamic theology”. No names."),
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)

    objects = ForumSeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat in a forum")
        verbose_name_plural = _("seats in a forum")
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "organisation"],
                condition=Q(to_on=None, organisation__isnull=False),
                name="forum_seat_once",
                violation_error_message=_("This organisation has a seat in the forum already."),
            ),
            models.CheckConstraint(
                name="forum_seat_for_one_of_both",
                condition=Q(organisation__isnull=False, expert_role="")
                | Q(organisation__isnull=True) & ~Q(expert_role=""),
                violation_error_message=_("Choose an organisation or name an expert's role."),
            ),
            models.CheckConstraint(
                name="forum_seat_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            ),
        ]

    def __str__(self):
        return str(self.organisation or self.expert_role)


class Meeting(models.Model):
    """A session (Sitzung) of a forum: the event at which it met."""

    forum = models.ForeignKey(
        Forum, models.CASCADE, related_name="meetings", verbose_name=_("forum")
    )
    event = models.OneToOneField(
        Event, models.PROTECT, related_name="meeting", verbose_name=_("event")
    )
    number = models.PositiveSmallIntegerField(_("number of the session"), null=True, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["event__starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "number"],
                name="meeting_number_once",
                violation_error_message=_("A session of this forum bears that number already."),
            )
        ]

    def __str__(self):
        return str(self.event)
