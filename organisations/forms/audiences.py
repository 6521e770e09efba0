"""The filter of an audience, as the office ticks it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.models import (
    Audience,
    District,
    Organisation,
    OrganisationKind,
    Term,
    TermKind,
)
from organisations.models.organisations import Relation

REGIONS = [(name, name) for name in ("Arnsberg", "Detmold", "Düsseldorf", "Köln", "Münster")]


def _several(label) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.SelectMultiple(attrs={"size": 6})
    )


class AudienceForm(forms.ModelForm):
    """Fields `c_…` are the criteria; what is chosen within one field are alternatives."""

    c_q = forms.CharField(label=_("Words in name, town or district"), required=False)
    c_art = forms.MultipleChoiceField(
        label=_("Kind"),
        choices=OrganisationKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    c_relation = forms.MultipleChoiceField(
        label=_("Relation to the office"),
        choices=[choice for choice in Relation.choices if choice[0]],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    c_regierungsbezirk = forms.MultipleChoiceField(
        label=_("Administrative region"),
        choices=REGIONS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    c_kreis = _several(_("District"))
    c_feld = _several(_("Field of activity"))
    c_zielgruppe = _several(_("Target group"))
    c_sprache = _several(_("Language"))
    c_dach = _several(_("Umbrella, with the members of its members"))

    class Meta:
        model = Audience
        fields = ["name", "includes", "excludes", "people"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["c_kreis"].choices = District.objects.values_list("ags", "name")
        for name, kind in (
            ("c_feld", TermKind.FIELD),
            ("c_zielgruppe", TermKind.TARGET_GROUP),
            ("c_sprache", TermKind.LANGUAGE),
        ):
            terms = Term.objects.current().of_kind(kind)
            self.fields[name].choices = [(term.slug, term.name) for term in terms]
        umbrellas = Organisation.objects.active().exclude(member_links=None).distinct()
        self.fields["c_dach"].choices = [(str(row.pk), row.name) for row in umbrellas]
        criteria = dict(self.instance.criteria or {}) if self.instance.pk else {}
        for name, value in {**criteria, **self._of_the_list()}.items():
            field = self.fields.get(f"c_{name}")
            if field is None:
                continue
            if isinstance(field, forms.MultipleChoiceField):
                value = [str(v) for v in (value if isinstance(value, list) else [value])]
            self.initial[f"c_{name}"] = value

    def _of_the_list(self) -> dict:
        """Filters that came along from the register's list."""
        return {name: self.initial[name] for name in CRITERIA_FIELDS if self.initial.get(name)}

    def save(self, commit=True):
        self.instance.criteria = {
            name: value for name in CRITERIA_FIELDS if (value := self.cleaned_data.get(f"c_{name}"))
        }
        return super().save(commit)


CRITERIA_FIELDS = [
    "q",
    "art",
    "relation",
    "regierungsbezirk",
    "kreis",
    "feld",
    "zielgruppe",
    "sprache",
    "dach",
]
