"""News and press notices: the list with its archive, a page each, and the feed."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.models import Topic
from events.models import Event
from funding.models import Project
from kme_portal.base.feeds import TextFeed
from kme_portal.base.lists import FilteredListView
from kme_portal.pages.cards import cards_of
from kme_portal.pages.filters import NewsFilter
from kme_portal.pages.models import NewsItem, NewsKind

IN_FEED = 30


@method_decorator(login_not_required, name="dispatch")
class NewsListView(FilteredListView):
    """All that is public, pinned ones first; a year of it by `?jahr=`."""

    filterset_class = NewsFilter
    template_name = "pages/news_list.html"
    paginate_by = 12

    def get_queryset(self):
        public = NewsItem.objects.public(timezone.now())
        self.years = [day.year for day in public.order_by().dates("shown_from", "year", "DESC")]
        return public.for_lists().with_pictures()

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"years": self.years}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = context["page_obj"].paginator.count
        context["news"] = context["page_obj"].object_list
        context["years"] = self.years
        context["result"] = ngettext(
            "%(n)d piece of news found", "%(n)d pieces of news found", found
        ) % {"n": found}
        return context


def with_relations(news, now):
    """News with what of its events, topics and projects is public."""
    return news.prefetch_related(
        Prefetch("events", Event.objects.public().order_by("starts_at"), to_attr="public_events"),
        Prefetch("topics", Topic.objects.public().latest_first(), to_attr="public_topics"),
        Prefetch("projects", Project.objects.public(), to_attr="public_projects"),
    )


@login_not_required
def news_page(request, slug):
    now = timezone.now()
    public = NewsItem.objects.public(now)
    item = get_object_or_404(
        with_relations(public, now).select_related("picture__stored"), slug=slug
    )
    cards = cards_of(item.links.all(), request)
    context = {"item": item, "cards": cards, "path": request.path}
    return render(request, "pages/news_page.html", context)


class NewsFeed(Feed):
    """The latest news as Atom, in the language of the address."""

    feed_type = TextFeed

    def title(self):
        return _("News from the Coordination Office")

    def link(self):
        return settings.PORTAL_URL + reverse("pages:news_list")

    def feed_url(self):
        return settings.PORTAL_URL + reverse("pages:news_feed")

    def feed_guid(self):
        return self.link()

    def items(self):
        return NewsItem.objects.public(timezone.now()).latest_first()[:IN_FEED]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.teaser

    def item_link(self, item):
        return settings.PORTAL_URL + item.get_absolute_url()

    def item_guid(self, item):
        """The same in every language and for ever."""
        return f"{settings.PORTAL_URL}/aktuelles/{item.slug}/"

    def item_pubdate(self, item):
        return item.shown_from

    def item_updateddate(self, item):
        return item.updated_at

    def item_categories(self, item):
        return [str(NewsKind(item.kind).label)]
