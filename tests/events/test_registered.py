from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from events.models import EventStatus, EventVisibility
from kme_portal.accounts.models import User
from kme_portal.base.registries import panels_for, waiting_tasks
from tests.factories import make_event, make_organisation, make_venue
from tests.searching import found_by_search

pytestmark = pytest.mark.django_db


def waiting(name, user) -> list:
    return list(waiting_tasks[name].rows(user))


@pytest.fixture
def coordinator():
    return User.objects.create_superuser("koordination@portal.example")


def test_the_desk_names_events_that_need_somebody(coordinator):
    gone = User.objects.create_user("weg@portal.example", is_staff=True, is_active=False)
    left_behind = make_event(responsible=gone)
    nearing = make_event(status=EventStatus.DRAFT)
    make_event(status=EventStatus.DRAFT, starts_at=timezone.now() + timedelta(weeks=8))
    over = make_event(starts_at=timezone.now() - timedelta(days=2))
    make_event(starts_at=timezone.now() - timedelta(days=2), status=EventStatus.CLOSED)

    assert waiting("events.without_responsible", coordinator) == [left_behind]
    assert waiting("events.draft_nears", coordinator) == [nearing]
    assert waiting("events.not_closed", coordinator) == [over]


def test_who_does_not_plan_events_has_no_tasks_of_theirs():
    reader = User.objects.create_user("leitung@portal.example", is_staff=True)
    make_event(status=EventStatus.DRAFT)

    assert waiting("events.draft_nears", reader) == []


def test_each_task_leads_to_where_it_is_done(coordinator):
    event = make_event(status=EventStatus.DRAFT)

    for name in ("events.without_responsible", "events.draft_nears", "events.not_closed"):
        assert str(event.pk) in waiting_tasks[name].url(event)


def test_the_search_finds_coming_events_first_and_nothing_hidden():
    past = make_event(title="Fachtag alt", starts_at=timezone.now() - timedelta(days=9))
    later = make_event(title="Fachtag neu", starts_at=timezone.now() + timedelta(days=9))
    make_event(title="Fachtag Entwurf", status=EventStatus.DRAFT)
    make_event(title="Fachtag intern", visibility=EventVisibility.NETWORK)

    assert list(found_by_search("events", "fachtag", AnonymousUser())) == [later, past]


def test_the_profile_of_an_association_shows_its_public_events():
    organisation = make_organisation()
    shown = make_event(organiser=organisation, venue=make_venue())
    make_event(organiser=organisation, visibility=EventVisibility.INVITATION)
    make_event()
    request = RequestFactory().get("/")

    [(_template, context)] = [
        found
        for found in panels_for("organisation.profile", organisation, request)
        if found[0] == "events/event_panel.html"
    ]

    assert [card.event for card in context["cards"]] == [shown]
