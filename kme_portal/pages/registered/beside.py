"""What stands beside an event, a project, a topic: news about it, links to other services."""

from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef
from django.utils import timezone

from kme_portal.base.registries import Panel, panels
from kme_portal.pages.cards import cards_of
from kme_portal.pages.models import NewsItem, SocialLink

ON_A_PAGE = 3
# Stands in the compiled query for the row it is asked about.
ANY_ID = -1


@lru_cache(maxsize=4)
def _compiled(model) -> tuple[str, tuple]:
    """Whatever is linked with one row; built once, since that takes longer than running it."""
    name = model._meta.model_name
    news = getattr(NewsItem, f"{name}s").through.objects.filter(**{f"{name}_id": ANY_ID})
    links = SocialLink.objects.filter(**{f"{name}_id": ANY_ID})
    rows = news.order_by().values("pk").union(links.order_by().values("pk"), all=True)
    return rows.query.sql_with_params()


def _has_some(model, pk: int) -> bool:
    sql, params = _compiled(model)
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk if value == ANY_ID else value for value in params])
        return cursor.fetchone() is not None


def beside(subject, request):
    """None for most, and every visitor's page asks: one cheap query tells whether to look."""
    model = type(subject)
    name = model._meta.model_name
    if not _has_some(model, subject.pk):
        return None
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
for place in ("event.page", "project.page"):
    panels.register(f"beside {place}", Panel(place, "pages/panel_beside.html", beside, 40))
