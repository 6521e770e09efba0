"""How statuses look: tone and words, the same on every page."""

from collections.abc import Iterable

from dialogues.models import Recommendation, RecommendationStatus, Topic, TopicStatus

TOPIC_TONES = {
    TopicStatus.PROPOSED: "info",
    TopicStatus.CHOSEN: "info",
    TopicStatus.IN_PROGRESS: "info",
    TopicStatus.RECOMMENDATION: "info",
    TopicStatus.HANDED_OVER: "info",
    TopicStatus.IMPLEMENTED: "success",
    TopicStatus.NOT_PURSUED: "warning",
}
RECOMMENDATION_TONES = {
    RecommendationStatus.OPEN: "info",
    RecommendationStatus.HANDED_OVER: "info",
    RecommendationStatus.ANSWERED: "info",
    RecommendationStatus.IMPLEMENTED: "success",
    RecommendationStatus.REFUSED: "warning",
}


def topic_badge(topic: Topic) -> tuple[str, str]:
    return TOPIC_TONES[TopicStatus(topic.status)], topic.get_status_display()


def recommendation_badge(recommendation: Recommendation) -> tuple[str, str]:
    status = RecommendationStatus(recommendation.status)
    return RECOMMENDATION_TONES[status], recommendation.get_status_display()


def with_badges(topics: Iterable[Topic]) -> list[Topic]:
    """The topics, each with `badges` for its card."""
    topics = list(topics)
    for topic in topics:
        topic.badges = [topic_badge(topic)]
    return topics
