import django_filters
from django.utils.translation import gettext_lazy as _

from funding.models import Programme, Project
from kme_portal.base.lists import ListFilter
from organisations.models import District


class ProjectFilter(ListFilter):
    """Filters of the list of funded projects; the names are part of the address."""

    programm = django_filters.ModelChoiceFilter(
        label=_("Programme"),
        field_name="pillar__call__programme",
        to_field_name="slug",
        queryset=lambda request: Programme.objects.all(),
        empty_label=_("all programmes"),
    )
    kreis = django_filters.ModelChoiceFilter(
        label=_("District"),
        field_name="districts",
        queryset=lambda request: District.objects.filter(projects__isnull=False).distinct(),
        empty_label=_("all districts"),
    )

    class Meta(ListFilter.Meta):
        model = Project
