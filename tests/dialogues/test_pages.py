import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues.models import ForumSeat, TopicStatus, TopicVisibility
from events.models import EventVisibility
from tests.factories.dialogues import make_forum, make_meeting, make_topic
from tests.factories.events import make_event
from tests.factories.organisations import make_organisation, make_representative

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


def test_the_list_shows_public_topics_only(client):
    make_topic(title="Seelsorge")
    make_topic(title="Verborgenes", visibility=TopicVisibility.NETWORK)
    make_topic(title="Vertrauliches", visibility=TopicVisibility.FORUM)

    page = text_of(client.get(reverse("dialogues:list")))

    assert "Seelsorge" in page
    assert "Verborgenes" not in page
    assert "Vertrauliches" not in page


@pytest.mark.parametrize("visibility", [TopicVisibility.NETWORK, TopicVisibility.FORUM])
def test_a_topic_that_is_not_public_has_no_page(client, visibility):
    topic = make_topic(visibility=visibility)

    assert client.get(topic.get_absolute_url()).status_code == 404


def test_a_forum_that_is_not_published_has_no_page(client):
    assert client.get(make_forum(is_published=False).get_absolute_url()).status_code == 404


def test_an_event_for_the_network_shows_on_no_public_topic(client):
    topic = make_topic()
    topic.events.add(make_event(title="Nur intern", visibility=EventVisibility.NETWORK))

    assert "Nur intern" not in text_of(client.get(topic.get_absolute_url()))


def test_a_forum_names_only_associations_that_agreed(client):
    forum = make_forum()
    listed = make_organisation(name="Offener Verein", is_listed=True)
    hidden = make_organisation(name="Stiller Verein", is_listed=False)
    for organisation in (listed, hidden):
        ForumSeat.objects.create(forum=forum, organisation=organisation)

    page = text_of(client.get(forum.get_absolute_url()))

    assert "Offener Verein" in page
    assert "Stiller Verein" not in page


def test_a_forum_never_names_a_delegate(client):
    organisation = make_organisation(is_listed=True)
    delegate = make_representative(organisation=organisation, name="Name der Delegierten")
    forum = make_forum()
    ForumSeat.objects.create(forum=forum, organisation=organisation, delegate=delegate)

    assert "Name der Delegierten" not in text_of(client.get(forum.get_absolute_url()))


def test_a_seat_that_has_ended_is_not_shown(client):
    forum = make_forum()
    ForumSeat.objects.create(
        forum=forum,
        expert_role="Lehrstuhl für Theologie",
        to_on=timezone.localdate() - timezone.timedelta(days=1),
    )

    assert "Lehrstuhl" not in text_of(client.get(forum.get_absolute_url()))


def test_a_forum_without_members_says_so(client, settings):
    page = text_of(client.get("/en" + make_forum().get_absolute_url()))

    assert "No members are named in public." in page


def test_a_topic_that_was_dropped_shows_why_and_no_way_ahead(client):
    topic = make_topic(status=TopicStatus.NOT_PURSUED, outcome="Dafür ist der Bund zuständig.")

    page = text_of(client.get(topic.get_absolute_url()))

    assert "Dafür ist der Bund zuständig." in page
    assert 'class="steps"' not in page


def test_markup_typed_into_a_topic_is_not_executed(client):
    topic = make_topic(title="<script>alert(1)</script>", background="<img src=x onerror=y>")

    page = text_of(client.get(topic.get_absolute_url()))

    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("query", ["stand=xxx", "feld=nirgends", "page=99", "page=x", "forum=%00"])
def test_broken_filters_are_left_out_with_a_notice(client, query):
    make_topic(title="Seelsorge")

    response = client.get(f"{reverse('dialogues:list')}?{query}")

    assert response.status_code == 200
    assert "Seelsorge" in text_of(response)
    assert "kern-alert" in text_of(response)


def test_the_list_asks_as_often_for_twelve_topics_as_for_one(client, django_assert_max_num_queries):
    for _number in range(12):
        make_topic()

    with django_assert_max_num_queries(6):
        client.get(reverse("dialogues:list"))


def test_a_topic_asks_as_often_for_many_events_as_for_one(client, django_assert_max_num_queries):
    topic = make_topic(forum=make_forum())
    topic.events.set([make_event() for _number in range(5)])

    with django_assert_max_num_queries(6):
        client.get(topic.get_absolute_url())


def test_a_forum_shows_its_sessions(client):
    meeting = make_meeting(event=make_event(title="Erste Sitzung"))

    assert "Erste Sitzung" in text_of(client.get(meeting.forum.get_absolute_url()))
