"""Which events: for readers, for cards and for the event page, in as few queries as can be."""

from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Abs, Coalesce, Extract, JSONObject, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models.searching import SEARCHED
from events.models.venues import ROUGHLY_PUBLIC, Venue
from events.readers import represented_organisations
from kme_portal.base.searching import by_words
from organisations.models import Organisation, Term


def in_reader_language(field: str):
    """Column of a translated field in the reader's language, else the German one."""
    language = get_language() or "de"
    if language == "de":
        return F(f"{field}_de")
    translated = NullIf(F(f"{field}_{language}"), Value(""), output_field=models.TextField())
    return Coalesce(translated, F(f"{field}_de"), output_field=models.TextField())


def _is_german(field: str):
    """Whether the reader gets the German text because there is none in their language."""
    language = get_language() or "de"
    if language == "de":
        return Value(False)
    column = f"{field}_{language}"
    return Case(
        When(Q(**{column: ""}) | Q(**{f"{column}__isnull": True}), then=Value(True)),
        default=Value(False),
    )


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


# What a card reads besides title and kind, whose columns depend on the language.
CARD_FIELDS = [
    "slug",
    "mode",
    "status",
    "visibility",
    "starts_at",
    "ends_at",
    "previous_starts_at",
    "previous_mode",
    "registration_url",
    "registration_opens_at",
    "registration_closes_at",
]


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

    def matching(self, text: str):
        return by_words(self, text, SEARCHED)

    def upcoming(self, now):
        return self.filter(ends_at__gte=now).order_by("starts_at", "pk")

    def past(self, now):
        return self.filter(ends_at__lt=now).order_by("-starts_at", "-pk")

    def by_nearness(self, now: datetime):
        """Coming events first, the soonest on top; then past ones, the latest on top."""
        is_past = Case(When(ends_at__lt=now, then=1), default=0)
        distance = Abs(Extract("starts_at", "epoch") - now.timestamp())
        return self.order_by(is_past, distance, "pk")

    def for_cards(self):
        """With what a card shows; the seats come with `cards_of`, for all rows at once."""
        language = get_language() or "de"
        titles = [f"title_{code}" for code in {"de", language}]
        return self.only(*CARD_FIELDS, *titles).annotate(
            kind_name=in_reader_language("kind__name"),
            city=Case(
                When(venue__address_visibility__in=ROUGHLY_PUBLIC, then=F("venue__city")),
                default=Value(""),
            ),
        )

    def with_public_district(self):
        """For filters: `public_district`, as far as everyone may know it, see `ROUGHLY_PUBLIC`."""
        known = When(venue__address_visibility__in=ROUGHLY_PUBLIC, then=F("venue__district"))
        return self.alias(public_district=Case(known))

    def with_pools(self, now: datetime):
        """Prefetches `main_pools`, see `counted_pools`."""
        from events.models.places import Pool

        pools = counted_pools(Pool.objects.all(), now)
        return self.prefetch_related(Prefetch("pools", pools, to_attr="main_pools"))

    def for_page(self, now: datetime):
        """With everything the event page shows: what there may be several of in `lists`."""
        from events.models.events import AgendaItem, Event, EventDocument
        from events.models.places import Pool

        event = OuterRef("pk")
        agenda = AgendaItem.objects.filter(event=event).order_by("starts_at", "pk")
        documents = EventDocument.objects.filter(event=event).order_by("title")
        parts = Event.objects.filter(part_of=event).exclude(status=EventStatus.DRAFT)
        co_organisers = Organisation.objects.filter(co_organised_events=event).order_by("name")
        return self.annotate(
            kind_name=in_reader_language("kind__name"),
            lists=JSONObject(
                fields=_names(Term.objects.filter(events=event)),
                target_groups=_names(Term.objects.filter(pk__in=_through("target_groups"))),
                languages=_names(Term.objects.filter(pk__in=_through("languages"))),
                interpretation=_names(Term.objects.filter(pk__in=_through("interpretation"))),
                access=_names(Term.objects.filter(pk__in=_venue_access())),
                venue=_rows(
                    Venue.objects.filter(events=event),
                    "name", "street", "postcode", "city", "address_visibility",
                    access_note=in_reader_language("access_note"),
                    is_note_german=_is_german("access_note"),
                ),
                organisers=_rows(
                    Organisation.objects.filter(organised_events=event),
                    "name", "slug", listed=_is_listed("pk"),
                ),
                co_organisers=_rows(co_organisers, "name", "slug", listed=_is_listed("pk")),
                documents=_rows(documents, "public_id", "title", "visibility"),
                agenda=_rows(
                    agenda, "starts_at", "ends_at", "room",
                    title=in_reader_language("title"), people=in_reader_language("people"),
                    is_german=_is_german("title"),
                ),
                parts=_rows(
                    parts.order_by("starts_at", "pk"), "slug", "visibility",
                    title=in_reader_language("title"), is_german=_is_german("title"),
                ),
                part_of=_rows(
                    Event.objects.exclude(status=EventStatus.DRAFT).filter(parts=event),
                    "slug", "visibility",
                    title=in_reader_language("title"), is_german=_is_german("title"),
                ),
                pools=_rows(
                    counted_pools(Pool.objects.filter(event=event), now),
                    "seats", "taken", "taken_by_invited", "kept", "is_waiting",
                ),
            ),
        )  # fmt: skip


def counted_pools(pools, now: datetime):
    """Pools of whole events, each with its numbers.

    `taken` seats, `taken_by_invited` of them, `kept` for invited associations until later than
    now, and whether somebody `is_waiting`.
    """
    from events.models.places import Claim, ClaimStatus, Contingent, Seat

    seats = Seat.objects.filter(pool=OuterRef("pk")).order_by().values("pool")
    kept = Contingent.objects.filter(pool=OuterRef("pk"), until__gt=now).values("pool")
    return (
        pools.filter(session=None)
        .order_by("pk")
        .annotate(
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
    )


def _rows(rows, *names: str, **expressions) -> ArraySubquery:
    """Rows as an array of objects, within another query."""
    return ArraySubquery(
        rows.values_list(JSONObject(**{name: name for name in names}, **expressions))
    )


def _is_listed(organisation: str) -> Exists:
    return Exists(Organisation.objects.listed().filter(pk=OuterRef(organisation)))


def _through(field: str):
    """Ids of an event's terms, for a subquery inside a subquery over events."""
    from events.models.events import Event

    rows = getattr(Event, field).through.objects
    return rows.filter(event_id=OuterRef(OuterRef("pk"))).values("term_id")


def _venue_access():
    rows = Venue.access_features.through.objects
    return rows.filter(venue_id=OuterRef(OuterRef("venue_id"))).values("term_id")
