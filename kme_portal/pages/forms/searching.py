"""The search form: plain GET parameters with German names."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kme_portal.base.forms import DateInput, KernFormMixin, PlainSelect
from kme_portal.base.registries import SearchSource, search_sources
from kme_portal.base.searching import MOST_LETTERS
from organisations.models import District


class SearchForm(KernFormMixin, forms.Form):
    hide_optional = True

    q = forms.CharField(
        label=gettext_lazy("Search term"),
        max_length=MOST_LETTERS,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    art = forms.ChoiceField(label=gettext_lazy("Kind"), required=False, widget=PlainSelect)
    kreis = forms.ChoiceField(label=gettext_lazy("District"), required=False, widget=PlainSelect)
    von = forms.DateField(
        label=pgettext_lazy("first day", "From"), required=False, widget=DateInput
    )
    bis = forms.DateField(
        label=pgettext_lazy("last day", "Until"), required=False, widget=DateInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        anything = ("", gettext_lazy("all"))
        self.fields["art"].choices = [
            anything,
            *((source.slug, source.title) for source in search_sources),
        ]
        self.fields["kreis"].choices = [anything, *District.objects.values_list("ags", "name")]

    def clean_bis(self):
        first, last = self.cleaned_data.get("von"), self.cleaned_data["bis"]
        if first and last and last < first:
            raise forms.ValidationError(_("The end lies before the beginning."))
        return last

    def narrowed(self, source: SearchSource, user):
        """What this reader may see of a kind, within district and dates; None for no such kind."""
        wanted = self.cleaned_data
        first, last, district = wanted.get("von"), wanted.get("bis"), wanted.get("kreis")
        if wanted.get("art") and wanted["art"] != source.slug:
            return None
        if (district and not source.district) or ((first or last) and not source.day):
            return None
        rows = source.rows(user)
        if district:
            rows = rows.filter(**{source.district: district})
        if first:
            rows = rows.filter(**{f"{source.day}__gte": first})
        if last:
            rows = rows.filter(**{f"{source.day}__lte": last})
        return rows
