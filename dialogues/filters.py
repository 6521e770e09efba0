import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.models import Forum, Topic, TopicStatus
from kme_portal.base.forms import KernFormMixin
from organisations.models import Term, TermKind


class TopicFilterForm(KernFormMixin, forms.Form):
    hide_optional = True


class TopicFilter(django_filters.FilterSet):
    """Filters of the list of topics; the names are part of the address."""

    q = django_filters.CharFilter(
        label=_("Search"),
        method="search",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 100}),
    )
    stand = django_filters.ChoiceFilter(
        label=_("Status"), field_name="status", choices=TopicStatus, empty_label=_("any status")
    )
    feld = django_filters.ModelChoiceFilter(
        label=_("Field"),
        field_name="fields",
        to_field_name="slug",
        queryset=lambda request: Term.objects.current().filter(kind=TermKind.FIELD),
        empty_label=_("all fields"),
    )
    forum = django_filters.ModelChoiceFilter(
        label=_("Forum"),
        field_name="forum",
        to_field_name="slug",
        queryset=lambda request: Forum.objects.filter(is_published=True),
        empty_label=_("all forums"),
    )

    class Meta:
        model = Topic
        form = TopicFilterForm
        fields = ["q", "stand", "feld", "forum"]

    def search(self, queryset, name, value):
        return queryset.matching(value)
