"""Views to compare with: one query, a template of their own, nothing around it."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse
from django.template import engines

from events.models import Event, Party, Pool

LIST = engines["django"].from_string(
    "<!doctype html><title>Events</title><ul>"
    '{% for event in events %}<li><a href="/veranstaltungen/{{ event.slug }}/">{{ event.title }}'
    "</a> {{ event.starts_at }}</li>{% endfor %}</ul>"
)
PAGE = engines["django"].from_string(
    "<!doctype html><title>{{ event.title }}</title><h1>{{ event.title }}</h1>"
    "<p>{{ event.starts_at }}</p><p>{{ event.description }}</p>"
)


@login_not_required
def thirty_rows(request):
    return HttpResponse(LIST.render({"events": Event.objects.order_by("starts_at")[:30]}))


@login_not_required
def one_row(request, slug):
    return HttpResponse(PAGE.render({"event": Event.objects.get(slug=slug)}))


@login_not_required
@transaction.atomic
def one_seat(request, pool_id):
    """Locks, counts and inserts: the least that gives a seat to one and not to two."""
    pool = Pool.objects.select_for_update().get(pk=pool_id)
    if Party.objects.filter(event_id=pool.event_id).count() >= pool.seats:
        return HttpResponse("full")
    Party.objects.create(event_id=pool.event_id)
    return HttpResponse("seated")
