"""What the office does with topics and recommendations."""

from datetime import date

from django.db import transaction

from dialogues.models import Recommendation, RecommendationStatus, Topic, TopicStatus


class OutcomeMissing(Exception):
    """A topic was to end without a word on what came of it."""


@transaction.atomic
def advance_topic(*, topic_id: int, to: str, today: date) -> Topic:
    """Move a topic (Dialogthema) one step on its way.

    Raises IllegalTransition for a step the way does not have, and OutcomeMissing where it would
    end (implemented, not pursued) without saying what came of it.
    """
    topic = Topic.objects.select_for_update().get(pk=topic_id)
    ends = to in (TopicStatus.IMPLEMENTED, TopicStatus.NOT_PURSUED)
    if ends and topic.can_move_to(to) and not topic.outcome_de:
        raise OutcomeMissing
    topic.move_to(to)
    topic.status_since = today
    topic.save(update_fields=["status", "status_since", "updated_at"])
    return topic


@transaction.atomic
def hand_over(*, recommendation_id: int, on: date, due_on: date | None = None) -> Recommendation:
    """Note that a recommendation (Empfehlung) went to its addressee on a day."""
    recommendation = Recommendation.objects.select_for_update().get(pk=recommendation_id)
    recommendation.move_to(RecommendationStatus.HANDED_OVER)
    recommendation.handed_over_on = on
    recommendation.due_on = due_on or recommendation.due_on
    recommendation.full_clean()
    recommendation.save(update_fields=["status", "handed_over_on", "due_on", "updated_at"])
    return recommendation


@transaction.atomic
def settle_recommendation(*, recommendation_id: int, to: str) -> Recommendation:
    """Note what the addressee did: answered, implemented, or not taken up."""
    recommendation = Recommendation.objects.select_for_update().get(pk=recommendation_id)
    recommendation.move_to(to)
    recommendation.save(update_fields=["status", "updated_at"])
    return recommendation
