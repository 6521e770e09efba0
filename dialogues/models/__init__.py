from dialogues.models.forums import Forum, ForumKind, ForumSeat, Meeting
from dialogues.models.recommendations import Answer, Recommendation, RecommendationStatus
from dialogues.models.topics import Topic, TopicStatus, TopicVisibility

__all__ = [
    "Answer",
    "Forum",
    "ForumKind",
    "ForumSeat",
    "Meeting",
    "Recommendation",
    "RecommendationStatus",
    "Topic",
    "TopicStatus",
    "TopicVisibility",
]
