"""The places engine: pools, parties, claims and seats."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.events import Event
from events.models.inviting import Invitation
from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models import Organisation, Term


class PoolKind(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")


class Pool(models.Model):
    """Places of one kind (Platzkontingent) of an event or of a parallel session."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="pools")
    session = models.ForeignKey(
        "events.AgendaItem", models.CASCADE, null=True, blank=True, related_name="pools"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=PoolKind, default=PoolKind.ON_SITE)
    seats = models.PositiveIntegerField(_("seats"))
    parked_seats = models.PositiveIntegerField(
        _("seats while the event has such places"), default=0, db_default=0, editable=False
    )
    """How many there were before the event changed to a format without places of this kind."""

    class Meta:
        verbose_name = _("pool of seats")
        verbose_name_plural = _("pools of seats")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "session", "kind"], name="pool_once", nulls_distinct=False
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.seats}"


class Contingent(models.Model):
    """Seats of a pool kept for some until a moment; input to the allocation, not a pool."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="contingents")
    for_invited = models.BooleanField(_("for invited associations"), default=True)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, verbose_name=_("organisation")
    )
    seats = models.PositiveIntegerField(_("seats"))
    until = models.DateTimeField(_("kept until"))

    class Meta:
        verbose_name = _("contingent")
        verbose_name_plural = _("contingents")

    def __str__(self):
        return f"{self.seats}"


class PartyStatus(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("not confirmed yet")
    CONFIRMED = "confirmed", _("confirmed")
    CANCELLED = "cancelled", _("cancelled")
    LAPSED = "lapsed", _("lapsed")


LIVING = [PartyStatus.UNCONFIRMED, PartyStatus.CONFIRMED]


class PartyQuerySet(MessageAwareQuerySet):
    def living(self):
        return self.filter(status__in=LIVING)

    def confirmed(self):
        return self.filter(status=PartyStatus.CONFIRMED)

    def coming(self):
        """Those with a seat, or confirmed for an event that counts none."""
        return self.confirmed().filter(
            Q(pool=None)
            | Exists(Claim.objects.of_event().filter(party=OuterRef("pk"), status="seated"))
        )

    def waiting(self):
        return self.confirmed().filter(
            Exists(
                Claim.objects.of_event().filter(
                    party=OuterRef("pk"), status__in=["waiting", "offered"]
                )
            )
        )

    def unconfirmed_since(self, moment):
        return self.filter(status=PartyStatus.UNCONFIRMED, created_at__lt=moment)


class Party(StatusMixin, TimeStampedModel):
    """One answer (Anmeldung): a contact and the guests who come together."""

    TRANSITIONS = {
        PartyStatus.UNCONFIRMED: {
            PartyStatus.CONFIRMED,
            PartyStatus.CANCELLED,
            PartyStatus.LAPSED,
        },
        PartyStatus.CONFIRMED: {PartyStatus.CANCELLED},
        PartyStatus.CANCELLED: set(),
        PartyStatus.LAPSED: set(),
    }

    event = models.ForeignKey(Event, models.PROTECT, related_name="parties")
    invitation = models.ForeignKey(
        Invitation, models.PROTECT, null=True, blank=True, related_name="parties"
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    pool = models.ForeignKey(
        Pool,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wanted places"),
    )
    """Empty where the event counts no seats; the claim follows when the party is confirmed."""
    sessions = models.ManyToManyField(
        Pool, related_name="+", blank=True, verbose_name=_("wanted parallel sessions")
    )
    """Claims in these follow as soon as the party has its seats in the event."""
    email = models.EmailField(_("e-mail address"), blank=True)
    email_key = models.CharField(max_length=254, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=7, default="de")
    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0, editable=False)
    status = models.CharField(
        _("status"), max_length=12, choices=PartyStatus, default=PartyStatus.UNCONFIRMED
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    settled_at = models.DateTimeField(_("ended"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(invitation__isnull=False, status__in=LIVING),
                name="party_one_living_per_invitation",
            ),
            models.UniqueConstraint(
                fields=["event", "email_key"],
                condition=Q(invitation__isnull=True, status__in=LIVING) & ~Q(email_key=""),
                name="party_one_living_per_address",
            ),
            models.CheckConstraint(
                name="party_confirmed_has_a_date",
                condition=~Q(status=PartyStatus.CONFIRMED) | Q(confirmed_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.event} #{self.pk}"

    def token(self) -> str:
        return make_token("registration", self.public_id, self.link_version)


class Guest(models.Model):
    """Somebody who comes (Gast); the e-mail address is optional. Erased after the event."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="guests")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["order", "id"]

    def __str__(self):
        return self.name


class Needs(models.Model):
    """What a party needs (Bedarf), kept apart from names and erased the day after the event."""

    party = models.OneToOneField(Party, models.CASCADE, related_name="needs")
    access = models.CharField(_("access needs"), max_length=500, blank=True)
    interpretation = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("interpretation into"),
    )
    food = models.CharField(_("food"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("needs")
        verbose_name_plural = _("needs")

    def __str__(self):
        return f"#{self.party_id}"


class ClaimStatus(models.TextChoices):
    WAITING = "waiting", _("waiting")
    OFFERED = "offered", _("offered")
    SEATED = "seated", _("seated")
    LEFT = "left", _("left")


class ClaimQuerySet(models.QuerySet):
    def living(self):
        return self.exclude(status=ClaimStatus.LEFT)

    def of_event(self):
        """Those for places of a whole event, not of one of its parallel sessions."""
        return self.filter(pool__session=None)

    def of_sessions(self):
        return self.filter(pool__session__isnull=False)


class Claim(StatusMixin, models.Model):
    """A party's wish for places of a pool (Platzwunsch), with its place in the queue."""

    TRANSITIONS = {
        ClaimStatus.WAITING: {ClaimStatus.OFFERED, ClaimStatus.SEATED, ClaimStatus.LEFT},
        ClaimStatus.OFFERED: {ClaimStatus.SEATED, ClaimStatus.WAITING, ClaimStatus.LEFT},
        ClaimStatus.SEATED: {ClaimStatus.WAITING, ClaimStatus.LEFT},
        ClaimStatus.LEFT: set(),
    }

    party = models.ForeignKey(Party, models.CASCADE, related_name="claims")
    pool = models.ForeignKey(Pool, models.CASCADE, related_name="claims")
    since = models.DateTimeField(_("since"), default=timezone.now)
    least = models.PositiveSmallIntegerField(_("least number of seats"), default=1)
    status = models.CharField(
        _("status"), max_length=8, choices=ClaimStatus, default=ClaimStatus.WAITING
    )
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "pool"],
                condition=~Q(status=ClaimStatus.LEFT),
                name="claim_one_living_per_pool",
            ),
            models.CheckConstraint(
                name="claim_offer_has_an_end",
                condition=~Q(status=ClaimStatus.OFFERED) | Q(offered_until__isnull=False),
            ),
        ]

    def __str__(self):
        return f"#{self.pk}"


class Seat(models.Model):
    """A numbered seat (Platz) given to a guest; no number of a pool is given twice."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="seats")
    guest = models.ForeignKey(Guest, models.CASCADE, related_name="seats")
    pool = models.ForeignKey(Pool, models.PROTECT, related_name="taken_seats")
    number = models.PositiveIntegerField(_("number"))

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.UniqueConstraint(fields=["pool", "number"], name="seat_number_once"),
            models.UniqueConstraint(fields=["guest", "pool"], name="seat_one_per_guest"),
            models.CheckConstraint(name="seat_numbers_start_at_one", condition=Q(number__gte=1)),
        ]

    def __str__(self):
        return f"{self.number}"


class PlaceMove(models.Model):
    """What the allocation did and why (append-only); replaying it gives the same seats."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="moves")
    claim = models.ForeignKey(Claim, models.SET_NULL, null=True, related_name="moves")
    claim_key = models.BigIntegerField()
    happened_at = models.DateTimeField(default=timezone.now)
    before = models.CharField(max_length=8, choices=ClaimStatus, blank=True)
    after = models.CharField(max_length=8, choices=ClaimStatus)
    numbers = models.JSONField(default=list)
    reason = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.claim_key}: {self.before} → {self.after}"


class EventFigures(models.Model):
    """How many there were, kept when the registrations themselves are erased."""

    event = models.OneToOneField(Event, models.CASCADE, related_name="figures")
    parties = models.PositiveIntegerField(_("registrations"), default=0)
    on_site = models.PositiveIntegerField(_("seats on site"), default=0)
    online = models.PositiveIntegerField(_("seats online"), default=0)
    uncounted = models.PositiveIntegerField(_("guests without numbered seats"), default=0)
    waited = models.PositiveIntegerField(_("guests who got no seat"), default=0)
    cancelled = models.PositiveIntegerField(_("cancelled registrations"), default=0)

    class Meta:
        verbose_name = _("figures of an event")
        verbose_name_plural = _("figures of events")

    def __str__(self):
        return f"{self.event}"
