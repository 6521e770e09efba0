import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from kme_portal.base.forms import KernFormMixin
from kme_portal.pages.models import NewsItem, NewsKind


class NewsFilterForm(KernFormMixin, forms.Form):
    hide_optional = True


class NewsFilter(django_filters.FilterSet):
    """Filters of the news; the names are part of the address."""

    q = django_filters.CharFilter(
        label=_("Search"),
        method="search",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    art = django_filters.ChoiceFilter(
        label=_("Kind"), field_name="kind", choices=NewsKind, empty_label=_("all kinds")
    )
    jahr = django_filters.ChoiceFilter(
        label=_("Year"), field_name="shown_from", lookup_expr="year", empty_label=_("all years")
    )

    class Meta:
        model = NewsItem
        form = NewsFilterForm
        fields = ["q", "art", "jahr"]

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["jahr"].extra["choices"] = [(str(year), str(year)) for year in years]

    def search(self, queryset, name, value):
        return queryset.matching(value)
