import django_filters
from django.utils.translation import gettext_lazy as _

from dialogues.models import Forum, Topic, TopicStatus
from kme_portal.base.lists import ListFilter
from organisations.models import Term, TermKind


class TopicFilter(ListFilter):
    """Filters of the list of topics; the names are part of the address."""

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

    class Meta(ListFilter.Meta):
        model = Topic
