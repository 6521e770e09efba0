import pytest
from django.db import IntegrityError
from django.utils import timezone

from dialogues.models import ForumSeat, Meeting, RecommendationStatus, TopicStatus
from tests.factories.dialogues import (
    make_forum,
    make_meeting,
    make_recommendation,
    make_topic,
)
from tests.factories.organisations import make_organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [TopicStatus.IMPLEMENTED, TopicStatus.NOT_PURSUED])
def test_a_topic_cannot_end_without_saying_what_came_of_it(status):
    with pytest.raises(IntegrityError, match="topic_ended_says_what_came_of_it"):
        make_topic(status=status, outcome="")


def test_an_organisation_has_one_seat_in_a_forum_at_a_time():
    forum, organisation = make_forum(), make_organisation()
    ForumSeat.objects.create(forum=forum, organisation=organisation)

    with pytest.raises(IntegrityError, match="forum_seat_once"):
        ForumSeat.objects.create(forum=forum, organisation=organisation)


def test_a_seat_that_has_ended_makes_room_for_a_new_one():
    forum, organisation = make_forum(), make_organisation()
    ForumSeat.objects.create(forum=forum, organisation=organisation, to_on=timezone.localdate())

    ForumSeat.objects.create(forum=forum, organisation=organisation)

    assert forum.seats.count() == 2


def test_a_seat_belongs_to_an_organisation_or_to_an_expert_not_to_nobody():
    with pytest.raises(IntegrityError, match="forum_seat_for_one_of_both"):
        ForumSeat.objects.create(forum=make_forum())


def test_a_seat_cannot_belong_to_an_organisation_and_an_expert():
    with pytest.raises(IntegrityError, match="forum_seat_for_one_of_both"):
        ForumSeat.objects.create(
            forum=make_forum(), organisation=make_organisation(), expert_role="Lehrstuhl"
        )


def test_the_number_of_a_session_is_given_once_in_a_forum():
    meeting = make_meeting(number=1)

    with pytest.raises(IntegrityError, match="meeting_number_once"):
        make_meeting(forum=meeting.forum, number=1)


def test_an_event_is_a_session_of_one_forum():
    meeting = make_meeting()

    with pytest.raises(IntegrityError):
        Meeting.objects.create(forum=make_forum(), event=meeting.event)


def test_a_recommendation_that_was_handed_over_names_the_day():
    with pytest.raises(IntegrityError, match="recommendation_handed_over_has_a_date"):
        make_recommendation(status=RecommendationStatus.HANDED_OVER)
