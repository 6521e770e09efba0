"""Public lists: filters and page numbers out of an address that anybody may have typed."""

import django_filters
from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters.views import FilterView

from kme_portal.base.forms import KernFormMixin


class ListFilterForm(KernFormMixin, forms.Form):
    hide_optional = True


class ListFilter(django_filters.FilterSet):
    """Filters of a public list; the names are part of the address.

    What is not understood is left out, and the rest goes on to filter. The rows must know
    `matching(words)`.
    """

    q = django_filters.CharFilter(
        label=gettext_lazy("Search term"),
        method="search",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    class Meta:
        fields: list[str] = []
        form = ListFilterForm

    def understood(self) -> dict[str, object]:
        """The value of each filter a visitor sees, empty ones too; {} without any asked for."""
        if not self.is_bound:
            return {}
        self.form.is_valid()
        return {
            name: value
            for name, value in self.form.cleaned_data.items()
            if not self.form.fields[name].widget.is_hidden
        }

    @property
    def is_filtered(self) -> bool:
        return any(self.understood().values())

    def search(self, rows, name, value):
        return rows.matching(value)


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
