import django_filters
from django.utils.translation import gettext_lazy as _

from kme_portal.base.lists import ListFilter
from kme_portal.pages.models import NewsItem, NewsKind


class NewsFilter(ListFilter):
    """Filters of the news; the names are part of the address."""

    art = django_filters.ChoiceFilter(
        label=_("Kind"), field_name="kind", choices=NewsKind, empty_label=_("all kinds")
    )
    jahr = django_filters.ChoiceFilter(
        label=_("Year"), field_name="shown_from", lookup_expr="year", empty_label=_("all years")
    )

    class Meta(ListFilter.Meta):
        model = NewsItem

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["jahr"].extra["choices"] = [(str(year), str(year)) for year in years]
