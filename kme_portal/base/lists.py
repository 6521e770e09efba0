"""Public lists: filters and page numbers out of an address that anybody may have typed."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django_filters.views import FilterView


class FilteredListView(FilterView):
    """A list with filters; broken values and page numbers are left out and said, never a 404.

    `notices` are shown above the list, without a session: the page stays cacheable.
    """

    strict = False
    paginate_by = 20

    def paginate_queryset(self, queryset, page_size):
        paginator = Paginator(queryset, page_size)
        asked = self.request.GET.get("page", "1")
        page = paginator.get_page(asked)
        self.page_was_missing = str(page.number) != asked
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["filter"].form
        notices = [
            _("The filter “%(filter)s” was left out, because its value is unknown.")
            % {"filter": form.fields[name].label}
            for name in form.errors
            if name in form.fields
        ]
        if getattr(self, "page_was_missing", False):
            notices.append(_("This list has no such page; you see the nearest one."))
        context["notices"] = notices
        return context
