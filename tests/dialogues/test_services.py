from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dialogues.models import RecommendationStatus, TopicStatus
from dialogues.services import OutcomeMissing, advance_topic, hand_over, settle_recommendation
from kme_portal.base.status import IllegalTransition
from tests.factories.dialogues import make_recommendation, make_topic

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_a_chosen_topic_goes_into_work_and_remembers_the_day():
    topic = make_topic(status=TopicStatus.CHOSEN, status_since=date(2026, 1, 1))

    advance_topic(topic_id=topic.pk, to=TopicStatus.IN_PROGRESS, today=TODAY)

    topic.refresh_from_db()
    assert (topic.status, topic.status_since) == (TopicStatus.IN_PROGRESS, TODAY)


@pytest.mark.parametrize(
    ("status", "to"),
    [
        (TopicStatus.PROPOSED, TopicStatus.IMPLEMENTED),
        (TopicStatus.PROPOSED, TopicStatus.HANDED_OVER),
        (TopicStatus.CHOSEN, TopicStatus.PROPOSED),
        (TopicStatus.IN_PROGRESS, TopicStatus.HANDED_OVER),
        (TopicStatus.RECOMMENDATION, TopicStatus.IMPLEMENTED),
    ],
)
def test_a_topic_skips_no_step_of_its_way(status, to):
    topic = make_topic(status=status)

    with pytest.raises(IllegalTransition):
        advance_topic(topic_id=topic.pk, to=to, today=TODAY)

    topic.refresh_from_db()
    assert topic.status == status


def test_what_was_implemented_stays_implemented():
    topic = make_topic(status=TopicStatus.IMPLEMENTED, outcome="Ein Preis.")

    with pytest.raises(IllegalTransition):
        advance_topic(topic_id=topic.pk, to=TopicStatus.IN_PROGRESS, today=TODAY)


def test_a_topic_is_not_dropped_without_a_word():
    topic = make_topic(status=TopicStatus.IN_PROGRESS, outcome="")

    with pytest.raises(OutcomeMissing):
        advance_topic(topic_id=topic.pk, to=TopicStatus.NOT_PURSUED, today=TODAY)


def test_a_recommendation_is_handed_over_once():
    recommendation = make_recommendation()
    hand_over(recommendation_id=recommendation.pk, on=TODAY)

    with pytest.raises(IllegalTransition):
        hand_over(recommendation_id=recommendation.pk, on=TODAY)


def test_an_answer_cannot_be_due_before_the_handing_over():
    recommendation = make_recommendation()

    with pytest.raises(ValidationError, match="vor der Übergabe"):
        hand_over(recommendation_id=recommendation.pk, on=TODAY, due_on=date(2026, 11, 1))


def test_a_recommendation_that_nobody_received_cannot_be_implemented():
    recommendation = make_recommendation()

    with pytest.raises(IllegalTransition):
        settle_recommendation(
            recommendation_id=recommendation.pk, to=RecommendationStatus.IMPLEMENTED
        )
