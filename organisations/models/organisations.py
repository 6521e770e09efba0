"""Associations and the other bodies of the network."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, StoredFile, TimeStampedModel
from kme_portal.base.searching import DeSort, by_words, searched_indexes
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models.searching import OFFICE_SEARCHED, SEARCHED
from organisations.models.vocabulary import District, Term, TermKind


class OrganisationKind(models.TextChoices):
    ASSOCIATION = "association", _("association")
    AUTHORITY = "authority", _("authority")
    ADVICE_BODY = "advice_body", _("advice body")
    PRESS = "press", _("press")
    PARTNER = "partner", _("partner")


class OrganisationLevel(models.TextChoices):
    COUNCIL = "council", _("coordination council")
    FEDERAL = "federal", _("federal umbrella")
    STATE = "state", _("state umbrella")
    REGIONAL = "regional", _("regional umbrella")
    LOCAL = "local", _("local association")
    GROUP = "group", _("group without register entry")


class LegalForm(models.TextChoices):
    REGISTERED = "ev", _("registered association (e.V.)")
    IN_FORMATION = "ev_in_formation", _("registered association in formation")
    BRANCH = "branch", _("branch of a registered association")
    PUBLIC_LAW = "public_law", _("public-law corporation")
    GGMBH = "ggmbh", _("non-profit limited company (gGmbH)")
    FOUNDATION = "foundation", _("foundation")
    INITIATIVE = "initiative", _("initiative without legal form")


class SizeBand(models.TextChoices):
    UNDER_50 = "under_50", _("fewer than 50 members")
    UNDER_100 = "under_100", _("50 to 99 members")
    UNDER_500 = "under_500", _("100 to 499 members")
    OVER_500 = "over_500", _("500 members or more")


class Relation(models.TextChoices):
    NONE = "", _("none yet")
    ESTABLISHED = "established", _("established partner")
    FORUM = "forum", _("member of the forum")
    NEW = "new", _("newly joined")


class Visibility(models.TextChoices):
    PUBLIC = "public", _("everyone")
    NETWORK = "network", _("associations of the network")
    OFFICE = "office", _("the office only")


class OrganisationStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    EMAIL_CONFIRMED = "email_confirmed", _("e-mail confirmed")
    IN_REVIEW = "in_review", _("in review")
    QUERY = "query", _("query open")
    ACTIVE = "active", _("active")
    DORMANT = "dormant", _("dormant")
    ARCHIVED = "archived", _("archived")
    REJECTED = "rejected", _("rejected")


UMBRELLA_LEVELS = [
    OrganisationLevel.COUNCIL,
    OrganisationLevel.FEDERAL,
    OrganisationLevel.STATE,
    OrganisationLevel.REGIONAL,
]


class OrganisationQuerySet(MessageAwareQuerySet):
    def active(self):
        return self.filter(status=OrganisationStatus.ACTIVE, merged_into=None)

    def associations(self):
        return self.filter(kind=OrganisationKind.ASSOCIATION)

    def umbrellas(self):
        """Active ones that others may belong to, by their level."""
        return self.active().filter(level__in=UMBRELLA_LEVELS)

    def listed(self):
        """What the public may see: active associations that agreed."""
        return self.active().associations().filter(is_listed=True)

    def editable_by(self, user):
        """Organisations for which this person may edit the profile."""
        if not user.is_authenticated:
            return self.none()
        today = localdate()
        return self.filter(
            pk__in=self.model.representatives.rel.related_model.objects.current(today)
            .filter(user=user, may_edit=True)
            .values("organisation")
        )

    def acted_for_by(self, user):
        """Organisations for which this person acts today, in whatever role."""
        if not user.is_authenticated:
            return self.none()
        people = self.model.representatives.rel.related_model.objects
        return self.filter(
            pk__in=people.current(localdate()).filter(user=user).values("organisation")
        )

    def searched(self, query: str, *, in_office: bool = False):
        """By name, district, field or what the association tells of itself; forgiving.

        Of the address only the office may find the town: it can be hidden from the others.
        """
        return by_words(self, query, OFFICE_SEARCHED if in_office else SEARCHED)

    def in_regions(self, names):
        return self.filter(district__government_region__in=names)

    def having_terms(self, field: str, slugs):
        """With one of these terms in one of its vocabularies, such as `fields`."""
        through = getattr(self.model, field).through
        return self.filter(
            pk__in=through.objects.filter(term__slug__in=slugs).values("organisation_id")
        )

    def under(self, umbrellas, on: date | None = None, *, in_public: bool = False):
        """Members of these umbrellas, and members of their members."""
        affiliations = self.model.affiliations.rel.related_model.objects
        return self.filter(
            pk__in=affiliations.below(umbrellas, on or localdate(), in_public=in_public)
        )


class Organisation(StatusMixin, TimeStampedModel):
    """An association (Verein), authority, advice body, press office or partner."""

    S = OrganisationStatus
    TRANSITIONS = {
        S.DRAFT: {S.EMAIL_CONFIRMED, S.ACTIVE, S.ARCHIVED},
        S.EMAIL_CONFIRMED: {S.IN_REVIEW, S.ARCHIVED},
        S.IN_REVIEW: {S.QUERY, S.ACTIVE, S.REJECTED, S.ARCHIVED},
        S.QUERY: {S.IN_REVIEW, S.ACTIVE, S.REJECTED, S.ARCHIVED},
        S.ACTIVE: {S.DORMANT, S.ARCHIVED},
        S.DORMANT: {S.ACTIVE, S.ARCHIVED},
        S.ARCHIVED: {S.ACTIVE},
        S.REJECTED: {S.IN_REVIEW, S.ARCHIVED},
    }

    kind = models.CharField(
        _("kind"), max_length=16, choices=OrganisationKind, default=OrganisationKind.ASSOCIATION
    )
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    other_names = models.CharField(
        _("names in other scripts or spellings"), max_length=300, blank=True
    )
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    level = models.CharField(_("level"), max_length=12, choices=OrganisationLevel, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=16, choices=LegalForm, blank=True)
    register_entry = models.CharField(_("register entry"), max_length=120, blank=True)
    founded_in = models.PositiveSmallIntegerField(_("year of foundation"), null=True, blank=True)
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, verbose_name=_("district")
    )
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    address_visibility = models.CharField(
        _("address visible to"), max_length=8, choices=Visibility, default=Visibility.OFFICE
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    email_visibility = models.CharField(
        _("e-mail visible to"), max_length=8, choices=Visibility, default=Visibility.OFFICE
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    phone_visibility = models.CharField(
        _("telephone visible to"), max_length=8, choices=Visibility, default=Visibility.OFFICE
    )
    website = models.URLField(_("website"), blank=True)
    website_visibility = models.CharField(
        _("website visible to"), max_length=8, choices=Visibility, default=Visibility.PUBLIC
    )
    description = models.TextField(_("description"), max_length=4000, blank=True)
    description_language = models.CharField(
        _("language of the description"),
        max_length=7,
        choices=settings.LANGUAGES,
        default="de",
    )
    logo_image = models.ForeignKey(
        StoredFile,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    self_designations = models.ManyToManyField(
        Term,
        related_name="+",
        blank=True,
        limit_choices_to={"kind": TermKind.SELF_DESIGNATION},
        verbose_name=_("self-designation"),
    )
    languages = models.ManyToManyField(
        Term,
        related_name="+",
        blank=True,
        limit_choices_to={"kind": TermKind.LANGUAGE},
        verbose_name=_("languages"),
    )
    fields = models.ManyToManyField(
        Term,
        related_name="organisations",
        blank=True,
        limit_choices_to={"kind": TermKind.FIELD},
        verbose_name=_("fields of activity"),
    )
    target_groups = models.ManyToManyField(
        Term,
        related_name="+",
        blank=True,
        limit_choices_to={"kind": TermKind.TARGET_GROUP},
        verbose_name=_("target groups"),
    )
    size_band = models.CharField(_("size"), max_length=12, choices=SizeBand, blank=True)
    relation = models.CharField(
        _("relation to the office"), max_length=12, choices=Relation, blank=True
    )
    relation_from = models.DateField(_("relation since"), null=True, blank=True)
    relation_to = models.DateField(_("relation until"), null=True, blank=True)
    is_listed = models.BooleanField(_("listed in the public directory"), default=False)
    status = models.CharField(
        _("status"), max_length=16, choices=OrganisationStatus, default=OrganisationStatus.DRAFT
    )
    rejection_reason = models.CharField(_("reason of refusal"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_entries",
        verbose_name=_("merged into"),
    )
    last_confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)
    source = models.CharField(_("source of the entry"), max_length=300, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    sort_name = models.GeneratedField(
        expression=DeSort(F("name")), output_field=models.TextField(), db_persist=True
    )
    search_text = models.GeneratedField(
        expression=DeSort(
            Concat(
                F("name"),
                Value(" "),
                F("short_name"),
                Value(" "),
                F("other_names"),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_name", "name"]
        indexes = [
            models.Index(fields=["sort_name", "name"], name="organisation_order"),
            GinIndex(
                fields=["search_text"], opclasses=["gin_trgm_ops"], name="organisation_search"
            ),
            *searched_indexes("organisation", SEARCHED),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_only_associations_listed",
                condition=Q(is_listed=False) | Q(kind=OrganisationKind.ASSOCIATION),
                violation_error_message=_("Only associations can be listed."),
            ),
            models.CheckConstraint(
                name="organisation_rejection_has_a_reason",
                condition=~Q(status=OrganisationStatus.REJECTED) | ~Q(rejection_reason=""),
                violation_error_message=_("A refusal needs a reason."),
            ),
            models.CheckConstraint(
                name="organisation_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                violation_error_message=_("An entry cannot be merged into itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("organisations:profile", kwargs={"slug": self.slug})

    def terms(self) -> list[Term]:
        """All it chose from the vocabularies, in their order; `kind` tells which is which."""
        chosen = [
            field.through.objects.filter(organisation=self.pk).values("term")
            for field in (
                type(self).fields,
                type(self).target_groups,
                type(self).languages,
                type(self).self_designations,
            )
        ]
        return list(Term.objects.filter(pk__in=chosen[0].union(*chosen[1:])))

    def people(self, on: date | None = None):
        """Who acts for it on a day (today): people and club mailboxes."""
        return self.representatives.current(on or localdate())

    def shows(self, field: str, *, to_network: bool) -> bool:
        """Whether address, email, phone or website may be shown to this reader."""
        visibility = getattr(self, f"{field}_visibility")
        return visibility == Visibility.PUBLIC or (to_network and visibility == Visibility.NETWORK)
