"""People who act for an organisation, and what was talked about with them."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from organisations.models.organisations import Organisation
from organisations.models.vocabulary import Term


class RepresentativeQuerySet(models.QuerySet):
    def current(self, on: date):
        return self.filter(Q(from_on=None) | Q(from_on__lte=on), Q(to_on=None) | Q(to_on__gte=on))

    def invitable(self, on: date):
        return self.current(on).filter(may_be_invited=True).exclude(email="")


class Representative(TimeStampedModel):
    """A person in a role for an organisation (Ansprechperson), or one outside of any.

    A club mailbox is one without a name. Nothing about a person's belief stands here.
    """

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
    language = models.CharField(_("language of letters"), max_length=7, default="de")
    function = models.ForeignKey(
        Term, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("function")
    )
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
    informed_at = models.DateTimeField(
        _("informed by Article 14"), null=True, blank=True, editable=False
    )
    needs_notice = models.BooleanField(
        _("must be informed before the first invitation"), default=False, editable=False
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a role")
        verbose_name_plural = _("people in roles")
        constraints = [
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


class ContactChannel(models.TextChoices):
    TELEPHONE = "telephone", _("telephone")
    LETTER = "letter", _("letter")
    EMAIL = "email", _("e-mail")
    MEETING = "meeting", _("meeting")


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
    text = models.TextField(_("note"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    keep_until = models.DateField(_("keep until"))

    class Meta:
        verbose_name = _("contact note")
        verbose_name_plural = _("contact notes")
        ordering = ["-happened_at"]

    def __str__(self):
        return f"{self.get_channel_display()} {self.happened_at:%d.%m.%Y}"
