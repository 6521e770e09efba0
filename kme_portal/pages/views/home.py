"""The home page: what is next, what is talked about, how large the network is."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialogues.models import Topic
from events.models import Event, EventStatus
from events.views.events import cards_of
from funding.models import Call
from kme_portal.base.navigation import Entry
from kme_portal.pages.models import NewsItem
from organisations.models import District, Organisation

EVENTS_SHOWN = 4
TOPICS_SHOWN = 3
NEWS_SHOWN = 3


@dataclass(frozen=True)
class Figure:
    number: int
    label: str | Promise


@dataclass(frozen=True)
class Audience:
    """Somebody who comes to the portal, and where they go next."""

    title: str | Promise
    text: str | Promise
    entries: tuple[Entry, ...]

    def links(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.url]


AUDIENCES = (
    Audience(
        _("For associations"),
        _(
            "You have an invitation? The link in the e-mail is enough, without an account."
            " New here? Introduce your association to us."
        ),
        (
            Entry(_("Register your association"), "organisations:register"),
            Entry(_("Funding and deadlines"), "funding:list"),
            Entry(_("Write to us"), "pages:kontakt"),
        ),
    ),
    Audience(
        _("For everyone who wants to take part"),
        _("Many events are open to the public. Register with your e-mail address."),
        (
            Entry(_("All events"), "events:list"),
            Entry(_("What is being talked about"), "dialogues:list"),
        ),
    ),
    Audience(
        _("For administration, politics and press"),
        _("Who is in the network, what it works on, and what came of it."),
        (
            Entry(_("Associations in the network"), "organisations:list"),
            Entry(_("About the Coordination Office"), "pages:ueber-uns"),
            Entry(_("Contact"), "pages:kontakt"),
        ),
    ),
)


def figures(now: datetime) -> list[Figure]:
    """What the database holds, without zeros: nothing is estimated."""
    associations = Organisation.objects.active().associations()
    districts = District.objects.filter(pk__in=associations.values("district")).count()
    held = (
        Event.objects.public().filter(ends_at__lt=now).exclude(status=EventStatus.CANCELLED).count()
    )
    found = [
        Figure(associations.count(), _("associations in the network")),
        Figure(Organisation.objects.listed().count(), _("of them in the public directory")),
        Figure(districts, _("districts and cities with an association")),
        Figure(held, _("public events held")),
    ]
    return [figure for figure in found if figure.number]


@login_not_required
def home(request):
    now = timezone.now()
    today = timezone.localdate(now)
    events = Event.objects.public().upcoming(now).for_cards()[:EVENTS_SHOWN]
    return render(
        request,
        "pages/home.html",
        {
            "cards": cards_of(events, now),
            "topics": Topic.objects.public().under_way().latest_first()[:TOPICS_SHOWN],
            "news": NewsItem.objects.public(now).for_lists()[:NEWS_SHOWN],
            "calls": Call.objects.open(today).order_by("closes_on")[:2],
            "figures": figures(now),
            "audiences": AUDIENCES,
            "register": Entry(_("Register your association"), "organisations:register"),
        },
    )
