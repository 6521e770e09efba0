"""People who act for an organisation, and what was talked about with them."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel, new_public_id
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models.organisations import Organisation, OrganisationStatus
from organisations.models.vocabulary import Term, TermKind

# Days a contact note is kept, unless the office sets another day.
NOTE_KEEPING = 730
WITH_DESK = [
    OrganisationStatus.IN_REVIEW,
    OrganisationStatus.QUERY,
    OrganisationStatus.ACTIVE,
    OrganisationStatus.DORMANT,
]


class RepresentativeQuerySet(MessageAwareQuerySet):
    def current(self, on: date):
        return self.filter(Q(from_on=None) | Q(from_on__lte=on), Q(to_on=None) | Q(to_on__gte=on))

    def invitable(self, on: date):
        """Whom a letter may reach on this day; the same rule as `why_not_invited`."""
        return (
            self.current(on)
            .filter(may_be_invited=True)
            .exclude(email="")
            .exclude(needs_notice=True, informed_at=None)
        )

    def acting(self, user, now: datetime):
        """Roles in which this person acts now for what has a desk: no merged or closed entry."""
        return self.current(localdate(now)).filter(
            user=user,
            organisation__merged_into=None,
            organisation__status__in=WITH_DESK,
        )

    def outside(self):
        return self.filter(organisation=None)

    def to_be_informed(self):
        """Whose data came from somebody else and who was not told so yet (Article 14)."""
        return self.filter(needs_notice=True, informed_at=None).exclude(email="")


class Representative(TimeStampedModel):
    """A person in a role for an organisation (Ansprechperson), or one outside of any.

    A club mailbox is one without a name. Nothing about a person's belief stands here.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="representatives",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    language = models.CharField(
        _("language of letters"), max_length=7, choices=settings.LANGUAGES, default="de"
    )
    function = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": TermKind.FUNCTION},
        verbose_name=_("function"),
    )
    function_note = models.CharField(_("function in other words"), max_length=120, blank=True)
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)
    may_edit = models.BooleanField(_("may edit the profile"), default=False)
    may_be_invited = models.BooleanField(_("may be invited"), default=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="representations",
        verbose_name=_("account"),
    )
    source = models.CharField(_("where the data come from"), max_length=200, blank=True)
    informed_at = models.DateTimeField(
        _("informed by Article 14"), null=True, blank=True, editable=False
    )
    needs_notice = models.BooleanField(
        _("must be informed before the first invitation"),
        default=False,
        help_text=_("Tick this when the data come from somebody else (Article 14 GDPR)."),
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a role")
        verbose_name_plural = _("people in roles")
        ordering = ["id"]
        indexes = [models.Index(Lower("email"), name="representative_email")]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=~Q(email="") & Q(to_on=None),
                name="representative_address_once",
                violation_error_message=_(
                    "This e-mail address is entered for another person of the organisation "
                    "already. Leave it empty here, so that nobody gets two letters."
                ),
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email="") & Q(to_on=None, organisation=None),
                name="representative_outside_address_once",
                violation_error_message=_("This e-mail address is entered already."),
            ),
            models.CheckConstraint(
                name="representative_can_be_reached",
                condition=~Q(name="") | ~Q(email="") | ~Q(phone=""),
                violation_error_message=_("Enter a name, an e-mail address or a telephone number."),
            ),
            models.CheckConstraint(
                name="representative_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            ),
        ]

    def __str__(self):
        return self.name or self.email or self.phone

    def why_not_invited(self, today: date) -> str:
        """Why no letter may go to this person now, for the office; "" when it may."""
        if self.from_on and self.from_on > today:
            return gettext("The role has not begun yet.")
        if self.to_on and self.to_on < today:
            return gettext("The role has ended.")
        if not self.email:
            return gettext("There is no e-mail address.")
        if not self.may_be_invited:
            return gettext("This person asked not to be invited.")
        if self.needs_notice and self.informed_at is None:
            return gettext(
                "This person must first be informed that the office holds the address (Article 14)."
            )
        return ""


class ContactChannel(models.TextChoices):
    TELEPHONE = "telephone", _("telephone")
    LETTER = "letter", _("letter")
    EMAIL = "email", _("e-mail")
    MEETING = "meeting", _("meeting")
    LIST = "list", _("address list")


class ContactNoteQuerySet(models.QuerySet):
    def to_be_followed_up(self, on: date):
        """Whose day has come (Wiedervorlage) and which nobody has taken up again."""
        return self.filter(follow_up_on__lte=on, followed_up_at=None)


class ContactNote(TimeStampedModel):
    """What was said on the telephone or written (Kontaktnotiz); deleted after its keeping time."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="notes", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        Representative, models.SET_NULL, null=True, blank=True, verbose_name=_("person")
    )
    channel = models.CharField(
        _("channel"), max_length=12, choices=ContactChannel, default=ContactChannel.TELEPHONE
    )
    happened_at = models.DateTimeField(_("when"))
    text = models.TextField(_("note"), max_length=4000, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    keep_until = models.DateField(_("keep until"))
    follow_up_on = models.DateField(_("to be taken up again on"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("taken up again"), null=True, blank=True)

    objects = ContactNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact note")
        verbose_name_plural = _("contact notes")
        ordering = ["-happened_at"]

    def __str__(self):
        return f"{self.get_channel_display()} {self.happened_at:%d.%m.%Y}"
