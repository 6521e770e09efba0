from datetime import date

from dialogues.models import Answer, ForumSeat, RecommendationStatus
from tests.browser import Look
from tests.factories.dialogues import (
    make_forum,
    make_meeting,
    make_recommendation,
    make_topic,
)
from tests.factories.events import make_event


def full_topic() -> str:
    topic = make_topic(
        forum=make_forum(),
        background="Ein **Hintergrund** mit [Verweis](https://portal.example/).",
        source="https://portal.example/quelle",
    )
    topic.events.add(make_event())
    answered = make_recommendation(
        topic=topic,
        status=RecommendationStatus.ANSWERED,
        handed_over_on=date(2026, 1, 5),
        due_on=date(2026, 6, 1),
    )
    Answer.objects.create(
        recommendation=answered, answered_on=date(2026, 5, 1), text="Wird geprüft."
    )
    make_recommendation(topic=topic)
    return topic.get_absolute_url()


def full_forum() -> str:
    forum = make_meeting().forum
    make_topic(forum=forum)
    ForumSeat.objects.create(forum=forum, expert_role="Lehrstuhl für Theologie")
    return forum.get_absolute_url()


def list_of_topics() -> str:
    make_topic(forum=make_forum())
    return "/dialoge/"


LOOKS = [
    Look("dialogues", list_of_topics),
    Look("dialogues-none-found", lambda: "/dialoge/?q=zzz&stand=gibtesnicht"),
    Look("topic", full_topic),
    Look("forum", full_forum),
]
