"""What stands beside an event, a project, a topic: news about it, links to other services."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from kme_portal.base.registries import Panel, panels
from kme_portal.pages.cards import cards_of
from kme_portal.pages.models import NewsItem, SocialLink

ON_A_PAGE = 3


def beside(subject, request):
    model = type(subject)
    name = model._meta.model_name
    news = NewsItem.objects.public(timezone.now())
    found = (
        model.objects.filter(pk=subject.pk)
        .order_by()
        .values_list(
            ArraySubquery(news.filter(**{f"{name}s": OuterRef("pk")}).order_by().values("pk")),
            ArraySubquery(SocialLink.objects.filter(**{name: OuterRef("pk")}).values("pk")),
        )
        .first()
    )
    news_ids, link_ids = found or ([], [])
    if not news_ids and not link_ids:
        return None
    return {
        "news": list(news.filter(pk__in=news_ids).latest_first().with_pictures()[:ON_A_PAGE])
        if news_ids
        else [],
        "cards": cards_of(SocialLink.objects.filter(pk__in=link_ids), request) if link_ids else [],
        "path": request.path,
    }


def news_about_topic(topic, request):
    news = list(NewsItem.objects.public(timezone.now()).filter(topics=topic).latest_first())
    return {"news": news[:ON_A_PAGE]} if news else None


panels.register("news of a topic", Panel("topic.page", "pages/panel_news.html", news_about_topic))


def links_of(name: str):
    """What may stand beside an event or a project: most have nothing, and every page asks."""
    news = getattr(NewsItem, f"{name}s").through

    def links(pk: int) -> list[QuerySet]:
        mine = {f"{name}_id": pk}
        return [news.objects.filter(**mine), SocialLink.objects.filter(**mine)]

    return links


for name in ("event", "project"):
    panels.register(
        f"beside {name}.page",
        Panel(f"{name}.page", "pages/panel_beside.html", beside, 40, links_of(name)),
    )
