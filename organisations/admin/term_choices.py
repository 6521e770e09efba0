"""Terms of a vocabulary as boxes to tick, in any app's admin."""

from collections.abc import Mapping

from django.forms import CheckboxSelectMultiple

from organisations.models import Term


class TermChoicesMixin:
    """`term_kinds` names the vocabulary of each many-to-many field of terms.

    Retired terms are not offered; boxes have labels, which the two-column chooser lacks.
    """

    term_kinds: Mapping[str, str] = {}

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if kind := self.term_kinds.get(db_field.name):
            kwargs["queryset"] = Term.objects.current().filter(kind=kind)
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)
