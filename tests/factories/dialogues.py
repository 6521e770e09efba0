from django.utils import timezone

from dialogues.models import (
    Forum,
    ForumKind,
    Meeting,
    Recommendation,
    Topic,
    TopicStatus,
    TopicVisibility,
)
from tests.factories.events import make_event

_numbers = iter(range(1, 1_000_000))


def make_forum(**given) -> Forum:
    number = next(_numbers)
    usual = {
        "name": f"Forum {number}",
        "slug": f"forum-{number}",
        "kind": ForumKind.WORKING_GROUP,
        "is_published": True,
    }
    return Forum.objects.create(**usual | given)


def make_topic(**given) -> Topic:
    number = next(_numbers)
    usual = {
        "title": f"Thema {number}",
        "slug": f"thema-{number}",
        "question": "Was hilft?",
        "visibility": TopicVisibility.PUBLIC,
        "status": TopicStatus.IN_PROGRESS,
        "status_since": timezone.localdate(),
    }
    return Topic.objects.create(**usual | given)


def make_recommendation(**given) -> Recommendation:
    usual = {"title": "Empfehlung", "addressee": "Landesregierung"}
    if "topic" not in given:
        usual["topic"] = make_topic()
    return Recommendation.objects.create(**usual | given)


def make_meeting(**given) -> Meeting:
    if "forum" not in given:
        given["forum"] = make_forum()
    if "event" not in given:
        given["event"] = make_event()
    return Meeting.objects.create(**given)
