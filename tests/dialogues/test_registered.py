from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from dialogues.models import ForumSeat, RecommendationStatus, TopicStatus, TopicVisibility
from kme_portal.accounts.models import User
from kme_portal.base.registries import panels_for, sitemaps, waiting_tasks
from tests.factories.dialogues import make_forum, make_recommendation, make_topic
from tests.factories.events import make_event
from tests.factories.organisations import make_organisation
from tests.searching import found_by_search

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def somebody_who_may(*codenames) -> User:
    user = User.objects.create_user("buero@portal.example")
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def test_a_topic_for_the_network_is_found_by_nobody_in_the_search():
    make_topic(title="Seelsorge intern", visibility=TopicVisibility.NETWORK)
    found = make_topic(title="Seelsorge im Krankenhaus")

    assert list(found_by_search("topics", "seelsorge", None)) == [found]


def test_a_topic_is_found_without_its_accents():
    found = make_topic(title="Älterwerden")

    assert list(found_by_search("topics", "alterwerden", None)) == [found]


def test_the_site_map_names_public_topics_only():
    public = make_topic()
    make_topic(visibility=TopicVisibility.FORUM)

    assert list(sitemaps["topics"]().items()) == [public]


def test_an_event_names_its_public_topics_only():
    event = make_event()
    public, hidden = make_topic(), make_topic(visibility=TopicVisibility.NETWORK)
    public.events.add(event)
    hidden.events.add(event)

    shown = [
        context["topics"]
        for template, context in panels_for("event.page", event, None)
        if template == "dialogues/panel_topics.html"
    ]

    assert shown == [[public]]


def test_the_page_of_an_association_names_no_forum_that_is_not_published():
    organisation = make_organisation()
    ForumSeat.objects.create(forum=make_forum(is_published=False), organisation=organisation)

    templates = [name for name, _ in panels_for("organisation.profile", organisation, None)]

    assert "dialogues/panel_forums.html" not in templates


def test_an_answer_that_is_late_waits_for_the_office():
    late = make_recommendation(
        status=RecommendationStatus.HANDED_OVER,
        handed_over_on=TODAY - timedelta(days=90),
        due_on=TODAY - timedelta(days=1),
    )
    make_recommendation(status=RecommendationStatus.HANDED_OVER, handed_over_on=TODAY, due_on=TODAY)
    task = waiting_tasks["dialogues.unanswered_recommendations"]

    rows = list(task.rows(somebody_who_may("change_recommendation")))

    assert rows == [late]
    assert task.since(late).date() <= TODAY


def test_a_topic_that_has_not_moved_for_a_year_waits_for_the_office():
    still = make_topic(status=TopicStatus.IN_PROGRESS, status_since=TODAY - timedelta(days=400))
    make_topic(status=TopicStatus.IN_PROGRESS, status_since=TODAY)

    task = waiting_tasks["dialogues.topics_that_stand_still"]

    assert list(task.rows(somebody_who_may("change_topic"))) == [still]


def test_nothing_waits_for_who_may_not_change_it():
    make_topic(status=TopicStatus.IN_PROGRESS, status_since=TODAY - timedelta(days=400))

    assert not waiting_tasks["dialogues.topics_that_stand_still"].rows(somebody_who_may())
