"""The filters of the public directory: plain GET parameters with German names."""

import django_filters
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.base.forms import PlainSelect
from kme_portal.base.lists import ListFilter
from organisations.models import Affiliation, District, Organisation, Term, TermKind

VOCABULARIES = {
    "feld": (TermKind.FIELD, "fields"),
    "zielgruppe": (TermKind.TARGET_GROUP, "target_groups"),
    "sprache": (TermKind.LANGUAGE, "languages"),
}


def _choice(label) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=(), empty_label=_("all"), widget=PlainSelect, method="narrow"
    )


class DirectoryFilter(ListFilter):
    """Reads vocabularies, districts and umbrellas once each; what is not understood is ignored."""

    kreis = _choice(_("District"))
    regierungsbezirk = _choice(_("Administrative region"))
    feld = _choice(_("Field"))
    zielgruppe = _choice(_("Target group"))
    sprache = _choice(_("Language"))
    dach = _choice(_("Umbrella"))

    class Meta(ListFilter.Meta):
        model = Organisation

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        named: dict[str, list[tuple[str, str]]] = {kind: [] for kind, _f in VOCABULARIES.values()}
        for term in Term.objects.current().filter(kind__in=named):
            named[term.kind].append((term.slug, term.name))
        for name, (kind, _field) in VOCABULARIES.items():
            self.form.fields[name].choices = named[kind]
        districts = list(District.objects.values_list("ags", "name", "government_region"))
        self.form.fields["kreis"].choices = [(ags, name) for ags, name, _region in districts]
        self.form.fields["regierungsbezirk"].choices = sorted(
            {(region, region) for _ags, _name, region in districts}
        )
        links = Affiliation.objects.current(localdate()).shown()
        self.umbrellas = {
            slug: (pk, name)
            for pk, slug, name in Organisation.objects.filter(pk__in=links.values("umbrella"))
            .order_by("sort_name", "name")
            .values_list("pk", "slug", "name")
        }
        self.form.fields["dach"].choices = [
            (slug, name) for slug, (_pk, name) in self.umbrellas.items()
        ]

    def search(self, rows, name, value):
        return rows.searched(value)

    def narrow(self, rows, name, value):
        if name in VOCABULARIES:
            return rows.having_terms(VOCABULARIES[name][1], [value])
        if name == "kreis":
            return rows.filter(district=value)
        if name == "regierungsbezirk":
            return rows.in_regions([value])
        return rows.under([self.umbrellas[value][0]], in_public=True)
