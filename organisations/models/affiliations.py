"""Who belongs to which umbrella."""

from datetime import date

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from organisations.models.organisations import Organisation


class AffiliationKind(models.TextChoices):
    MEMBER = "member", _("member")
    ASSOCIATED = "associated", _("associated member")
    BRANCH = "branch", _("branch")
    YOUTH = "youth", _("youth section")


class AffiliationQuerySet(models.QuerySet):
    def current(self, on: date):
        return self.filter(Q(from_on=None) | Q(from_on__lte=on), Q(to_on=None) | Q(to_on__gte=on))

    def confirmed(self):
        return self.exclude(confirmed_by_member_on=None).exclude(confirmed_by_umbrella_on=None)

    def shown(self):
        """What the public may see: both sides said yes, and both are listed."""
        listed = Organisation.objects.listed().values("pk")
        return self.confirmed().filter(member__in=listed, umbrella__in=listed)

    def below(self, umbrellas, on: date, *, in_public: bool = False) -> set[int]:
        """Ids of all that belong to these organisations on a day, directly or through others.

        In public only what both sides confirmed counts, and what leads over listed ones.
        """
        links: dict[int, set[int]] = {}
        rows = self.current(on)
        if in_public:
            rows = rows.shown()
        for member, umbrella in rows.values_list("member", "umbrella"):
            links.setdefault(umbrella, set()).add(member)
        found: set[int] = set()
        waiting = [getattr(umbrella, "pk", umbrella) for umbrella in umbrellas]
        while waiting:
            for member in links.get(int(waiting.pop()), ()):
                if member not in found:
                    found.add(member)
                    waiting.append(member)
        return found


NO_CYCLE = """
PERFORM pg_advisory_xact_lock(hashtext('organisations_affiliation'));
IF EXISTS (
    WITH RECURSIVE above(id) AS (
        SELECT NEW.umbrella_id
        UNION
        SELECT link.umbrella_id FROM organisations_affiliation link
        JOIN above ON link.member_id = above.id
        WHERE link.id IS DISTINCT FROM NEW.id AND link.to_on IS NULL
    )
    SELECT 1 FROM above WHERE id = NEW.member_id
) THEN
    RAISE EXCEPTION 'affiliation_no_cycle' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'affiliation_no_cycle';
END IF;
RETURN NEW;
"""


class Affiliation(TimeStampedModel):
    """Membership of an organisation in an umbrella (Dachverband); there may be several."""

    member = models.ForeignKey(
        Organisation, models.CASCADE, related_name="affiliations", verbose_name=_("member")
    )
    umbrella = models.ForeignKey(
        Organisation, models.CASCADE, related_name="member_links", verbose_name=_("umbrella")
    )
    kind = models.CharField(
        _("kind"), max_length=12, choices=AffiliationKind, default=AffiliationKind.MEMBER
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)
    confirmed_by_member_on = models.DateField(_("confirmed by the member"), null=True, blank=True)
    confirmed_by_umbrella_on = models.DateField(
        _("confirmed by the umbrella"), null=True, blank=True
    )

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        triggers = [
            pgtrigger.Trigger(
                name="no_cycle",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__to_on__isnull=True),
                func=NO_CYCLE,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "umbrella", "kind"],
                condition=Q(to_on=None),
                name="affiliation_once",
                violation_error_message=_("This affiliation exists already."),
            ),
            models.CheckConstraint(
                name="affiliation_not_to_itself",
                condition=~Q(member=F("umbrella")),
                violation_error_message=_("An organisation cannot be its own umbrella."),
            ),
            models.CheckConstraint(
                name="affiliation_ends_after_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end lies before the beginning."),
            ),
        ]

    def __str__(self):
        return f"{self.member} → {self.umbrella}"

    def clean(self):
        super().clean()
        if self.to_on or not self.member_id or not self.umbrella_id:
            return
        if self.umbrella_id in Affiliation.objects.below([self.member_id], localdate()):
            raise ValidationError(
                _("%(umbrella)s belongs to %(member)s itself, so it cannot be its umbrella.")
                % {"umbrella": self.umbrella, "member": self.member}
            )
