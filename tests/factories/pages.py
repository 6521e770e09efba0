from datetime import timedelta

from django.utils import timezone

from kme_portal.pages.models import Case, CaseKind, CaseTopic, NewsItem, NewsStatus, SocialLink

_numbers = iter(range(1, 1_000_000))


def make_news(**given) -> NewsItem:
    """A piece of news that is public since yesterday."""
    number = next(_numbers)
    usual = {
        "title": f"Meldung {number}",
        "slug": f"meldung-{number}",
        "teaser": "Worum es geht, in einem Satz.",
        "body": "Was geschehen ist.",
        "status": NewsStatus.PUBLISHED,
        "shown_from": timezone.now() - timedelta(days=1),
    }
    return NewsItem.objects.create(**usual | given)


def make_case(**given) -> Case:
    """A message that came in today."""
    today = timezone.localdate()
    usual = {
        "kind": CaseKind.CONTACT,
        "topic": CaseTopic.ENTRY,
        "message": "Die Telefonnummer stimmt nicht.",
        "page": "/kontakt/",
        "name": "Vorsitz",
        "email": "vorstand@verein.example",
        "due_on": today + timedelta(days=14),
        "answer_by": today + timedelta(days=42),
    }
    return Case.objects.create(**usual | given)


def make_link(**given) -> SocialLink:
    """A film on YouTube beside a piece of news."""
    usual = {"url": "https://www.youtube.com/watch?v=jNQXAC9IVRw", "title": "Ein Film"}
    if "news" not in given:
        given["news"] = make_news()
    link = SocialLink(**usual | given)
    link.clean()
    if "service" in given:
        link.service = given["service"]
    link.save()
    return link
