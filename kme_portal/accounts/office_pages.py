"""The office's own pages in its admin: the desk, all tasks of a kind, the search, the figures."""

from dataclasses import dataclass

from django.apps import apps
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from kme_portal.accounts import desk
from kme_portal.base.office import OfficeSearch, figures, office_searches, quick_actions
from kme_portal.base.registries import panels_for, waiting_tasks

# Of each kind; the list behind it shows all.
FOUND = 6
TASKS_A_PAGE = 50


@dataclass(frozen=True)
class Found:
    """What the search found of one kind."""

    title: str
    rows: list[dict[str, str]]
    more_url: str


class OfficePages:
    """Mixed into the admin site; every page asks for what the admin itself asks for."""

    def get_urls(self):
        return [
            path("suche/", self.admin_view(self.search), name="search"),
            path("aufgaben/<str:kind>/", self.admin_view(self.tasks), name="tasks"),
            path("zahlen/", self.admin_view(self.figures), name="figures"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        """Tasks for who has some to do; figures for who has no record to keep."""
        now = timezone.now()
        context = {
            "waiting": desk.tasks_of(request.user, now=now),
            "panels": panels_for("office.desk", request.user, request),
            "quick": [one for one in quick_actions if request.user.has_perm(one.permission)],
            "figures": None,
        }
        if not self.get_app_list(request):
            context["figures"] = figures_now(now)
        return super().index(request, context | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """A group of rooms is called by its name."""
        title = {"title": apps.get_app_config(app_label).verbose_name}
        return super().app_index(request, app_label, title | (extra_context or {}))

    def tasks(self, request, kind: str):
        """All rows of one kind of task, so that somebody can work them off."""
        if kind not in waiting_tasks:
            raise Http404
        task = waiting_tasks[kind]
        rows = desk.rows_of(task, request.user)
        page = Paginator(rows, TASKS_A_PAGE).get_page(request.GET.get("seite"))
        context = {
            "title": task.title,
            "page_obj": page,
            "rows": desk.told(task, page.object_list, now=timezone.now()),
        }
        return self._office_page(request, "admin/office_tasks.html", context)

    def search(self, request):
        """Everything the person may see, by name, place, e-mail or telephone."""
        query = request.GET.get("q", "").replace("\x00", "").strip()[:200]
        found = found_by(query, request.user) if query else []
        title = _("Search: %(query)s") % {"query": query} if query else _("Search")
        context = {"title": title, "query": query, "found": found}
        return self._office_page(request, "admin/office_search.html", context)

    def figures(self, request):
        context = {"title": _("Figures"), "figures": figures_now(timezone.now())}
        return self._office_page(request, "admin/office_figures.html", context)

    def _office_page(self, request, template: str, context: dict) -> TemplateResponse:
        request.current_app = self.name
        return TemplateResponse(request, template, self.each_context(request) | context)


def found_by(query: str, user) -> list[Found]:
    sources = sorted(office_searches, key=lambda source: source.order)
    groups = [_found_of(source, query, user) for source in sources]
    return [group for group in groups if group.rows]


def _found_of(source: OfficeSearch, query: str, user) -> Found:
    rows = list(source.rows(query, user)[: FOUND + 1])
    return Found(
        source.title,
        [
            {"label": source.label(row), "url": source.url(row), "told": source.told(row)}
            for row in rows[:FOUND]
        ],
        source.list_url(query) if len(rows) > FOUND else "",
    )


def figures_now(now) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(group.title, list(group.rows(now))) for group in figures]
