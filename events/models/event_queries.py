"""Which events: for readers, for cards and for the event page, in as few queries as can be."""

from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum, Value
from django.db.models.functions import Abs, Coalesce, Extract, JSONObject, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.readers import represented_organisations
from organisations.models import Organisation, Term


def in_reader_language(field: str):
    """Column of a translated field in the reader's language, else the German one."""
    language = get_language() or "de"
    if language == "de":
        return F(f"{field}_de")
    translated = NullIf(F(f"{field}_{language}"), Value(""), output_field=models.TextField())
    return Coalesce(translated, F(f"{field}_de"), output_field=models.TextField())


def _names(terms) -> ArraySubquery:
    return ArraySubquery(terms.order_by("order", "slug").values_list(in_reader_language("name")))


class Mode(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("hybrid")


class EventVisibility(models.TextChoices):
    PUBLIC = "public", _("public")
    NETWORK = "network", _("network only")
    INVITATION = "invitation", _("by invitation only")


class EventStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    CANCELLED = "cancelled", _("cancelled")
    CLOSED = "closed", _("closed")


class EventQuerySet(models.QuerySet):
    def published(self):
        """What was announced, cancelled ones included: they stay visible and say so."""
        return self.exclude(status=EventStatus.DRAFT)

    def public(self):
        return self.published().filter(visibility=EventVisibility.PUBLIC)

    def visible_to(self, user):
        """What this reader may open; drafts are shown to the office by its preview alone."""
        published = self.published()
        if not user.is_authenticated:
            return self.public()
        if user.is_staff:
            return published
        from events.models.inviting import Invitation, InvitationStatus

        mine = represented_organisations(user)
        invited = Invitation.objects.filter(event=OuterRef("pk"), organisation__in=mine).exclude(
            status=InvitationStatus.WITHDRAWN
        )
        hosting = self.model.co_organisers.through.objects.filter(
            event_id=OuterRef("pk"), organisation_id__in=mine
        )
        return published.filter(
            Q(visibility=EventVisibility.PUBLIC)
            | Q(Exists(mine), visibility=EventVisibility.NETWORK)
            | Q(organiser__in=mine)
            | Q(Exists(hosting))
            | Q(Exists(invited), visibility=EventVisibility.INVITATION)
        )

    def upcoming(self, now):
        return self.filter(ends_at__gte=now).order_by("starts_at", "pk")

    def past(self, now):
        return self.filter(ends_at__lt=now).order_by("-starts_at", "-pk")

    def by_nearness(self, now: datetime):
        """Coming events first, the soonest on top; then past ones, the latest on top."""
        is_past = models.Case(models.When(ends_at__lt=now, then=1), default=0)
        distance = Abs(Extract("starts_at", "epoch") - now.timestamp())
        return self.order_by(is_past, distance, "pk")

    def for_cards(self, now: datetime):
        """With what a card shows, seats included: two queries whatever the number of rows."""
        return self.select_related("kind", "venue").with_pools(now)

    def with_pools(self, now: datetime):
        """Prefetches `main_pools`: those of the whole event, each with its numbers.

        `taken` seats, `taken_by_invited` of them, `kept` for invited associations until later
        than now, and whether somebody `is_waiting`.
        """
        from events.models.places import Claim, ClaimStatus, Contingent, Pool, Seat

        seats = Seat.objects.filter(pool=OuterRef("pk")).order_by().values("pool")
        kept = Contingent.objects.filter(pool=OuterRef("pk"), until__gt=now).values("pool")
        pools = Pool.objects.filter(session=None).annotate(
            taken=Coalesce(Subquery(seats.annotate(n=Count("pk")).values("n")), 0),
            taken_by_invited=Coalesce(
                Subquery(
                    seats.filter(claim__party__invitation__isnull=False)
                    .annotate(n=Count("pk"))
                    .values("n")
                ),
                0,
            ),
            kept=Coalesce(Subquery(kept.annotate(n=Sum("seats")).values("n")), 0),
            is_waiting=Exists(
                Claim.objects.filter(pool=OuterRef("pk"), status=ClaimStatus.WAITING)
            ),
        )
        return self.prefetch_related(Prefetch("pools", pools.order_by("pk"), to_attr="main_pools"))

    def for_page(self, now: datetime):
        """With everything the event page shows, lists as arrays: two queries."""
        from events.models.events import AgendaItem, Event, EventDocument

        event = OuterRef("pk")
        organisers = Organisation.objects.filter(co_organised_events=event).order_by("name")
        documents = EventDocument.objects.filter(event=event).order_by("title")
        agenda = AgendaItem.objects.filter(event=event).order_by("starts_at", "pk")
        parts = Event.objects.filter(part_of=event).exclude(status=EventStatus.DRAFT)
        return (
            self.select_related("kind", "venue", "venue__district", "organiser", "part_of")
            .annotate(
                field_names=_names(Term.objects.filter(events=event)),
                language_names=_names(Term.objects.filter(pk__in=_through("languages"))),
                interpretation_names=_names(Term.objects.filter(pk__in=_through("interpretation"))),
                access_names=_names(Term.objects.filter(pk__in=_venue_access())),
                co_organiser_rows=ArraySubquery(
                    organisers.values_list(
                        JSONObject(name="name", slug="slug", listed=_is_listed("pk"))
                    )
                ),
                organiser_is_listed=_is_listed("organiser"),
                document_rows=ArraySubquery(
                    documents.values_list(
                        JSONObject(id="public_id", title="title", visibility="visibility")
                    )
                ),
                agenda_rows=ArraySubquery(
                    agenda.values_list(
                        JSONObject(
                            starts_at="starts_at",
                            ends_at="ends_at",
                            title=in_reader_language("title"),
                            people=in_reader_language("people"),
                            room="room",
                        )
                    )
                ),
                part_rows=ArraySubquery(
                    parts.order_by("starts_at", "pk").values_list(
                        JSONObject(
                            slug="slug",
                            title=in_reader_language("title"),
                            starts_at="starts_at",
                            visibility="visibility",
                        )
                    )
                ),
            )
            .with_pools(now)
        )


def _is_listed(organisation: str) -> Exists:
    return Exists(Organisation.objects.listed().filter(pk=OuterRef(organisation)))


def _through(field: str):
    """Ids of an event's terms, for a subquery inside a subquery over events."""
    from events.models.events import Event

    rows = getattr(Event, field).through.objects
    return rows.filter(event_id=OuterRef(OuterRef("pk"))).values("term_id")


def _venue_access():
    from events.models.venues import Venue

    rows = Venue.access_features.through.objects
    return rows.filter(venue_id=OuterRef(OuterRef("venue_id"))).values("term_id")
