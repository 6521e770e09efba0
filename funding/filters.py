import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from funding.models import Programme, Project
from kme_portal.base.forms import KernFormMixin
from organisations.models import District


class ProjectFilterForm(KernFormMixin, forms.Form):
    hide_optional = True


class ProjectFilter(django_filters.FilterSet):
    """Filters of the list of funded projects; the names are part of the address."""

    q = django_filters.CharFilter(
        label=_("Search"),
        method="search",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
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

    class Meta:
        model = Project
        form = ProjectFilterForm
        fields = ["q", "programm", "kreis"]

    def search(self, queryset, name, value):
        return queryset.matching(value)
