"""What the register lends to the office's own pages."""

from datetime import datetime, timedelta

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, QuerySet, Value
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kme_portal.base.office import (
    Figures,
    OfficeSearch,
    QuickAction,
    figures,
    office_searches,
    quick_actions,
)
from kme_portal.base.searching import fold
from organisations.models import (
    District,
    Organisation,
    OrganisationKind,
    OrganisationStatus,
    Representative,
)
from organisations.searching import found_organisations, found_people


def organisations_found(query: str, user) -> QuerySet[Organisation]:
    """Living entries, the nearest name first."""
    if not user.has_perm("organisations.view_organisation"):
        return Organisation.objects.none()
    nearness = TrigramWordSimilarity(Value(fold(query)), F("search_text"))
    return (
        found_organisations(query)
        .filter(merged_into=None)
        .annotate(nearness=nearness)
        .select_related("district")
        .order_by("-nearness", "sort_name")
    )


def organisation_told(row: Organisation) -> str:
    """Where it is, what it is when it is no association, and its status when it is not active."""
    words = [row.city or (row.district.name if row.district else "")]
    if row.kind != OrganisationKind.ASSOCIATION:
        words.append(row.get_kind_display())
    if row.status != OrganisationStatus.ACTIVE:
        words.append(row.get_status_display())
    words.append(row.phone)
    return ", ".join(str(word) for word in words if word)


def people_found(query: str, user) -> QuerySet[Representative]:
    if not user.has_perm("organisations.view_representative"):
        return Representative.objects.none()
    return found_people(query).select_related("organisation", "function").order_by("to_on", "name")


def person_told(row: Representative) -> str:
    function = row.function.name if row.function else row.function_note
    of = row.organisation.name if row.organisation else _("outside associations")
    return ", ".join(word for word in (function, of, row.phone) if word)


def _list_of(model: str):
    return lambda query: (
        f"{reverse(f'admin:organisations_{model}_changelist')}?{urlencode({'q': query})}"
    )


office_searches.register(
    "organisations",
    OfficeSearch(
        title=gettext_lazy("Organisations"),
        rows=organisations_found,
        url=lambda row: reverse("admin:organisations_organisation_contact", args=[row.pk]),
        told=organisation_told,
        list_url=_list_of("organisation"),
        order=10,
    ),
)
office_searches.register(
    "people",
    OfficeSearch(
        title=gettext_lazy("People in roles"),
        rows=people_found,
        url=lambda row: reverse("admin:organisations_representative_change", args=[row.pk]),
        told=person_told,
        list_url=_list_of("representative"),
        order=20,
    ),
)

quick_actions.register(
    "organisations.call",
    QuickAction(gettext_lazy("Note a call"), "admin:search", "organisations.change_organisation"),
)
quick_actions.register(
    "organisations.add",
    QuickAction(
        gettext_lazy("New association"),
        "admin:organisations_organisation_add",
        "organisations.add_organisation",
    ),
)
quick_actions.register(
    "organisations.reviews",
    QuickAction(
        gettext_lazy("Registrations and claims"),
        "admin:organisations_organisation_reviews",
        "organisations.change_registration",
    ),
)


def network(now: datetime) -> list[tuple[str, int]]:
    associations = Organisation.objects.active().associations()
    year_ago = now - timedelta(days=365)
    districts = District.objects.filter(pk__in=associations.values("district"))
    found = [
        (_("associations in the network"), associations.count()),
        (_("of them in the public directory"), associations.filter(is_listed=True).count()),
        (_("new within twelve months"), associations.filter(created_at__gte=year_ago).count()),
        (
            _("confirmed within twelve months"),
            associations.filter(last_confirmed_on__gte=localdate(year_ago)).count(),
        ),
        (_("districts and cities with an association"), districts.count()),
    ]
    regions = associations.exclude(district=None).values_list("district__government_region")
    for (region,) in regions.distinct().order_by("district__government_region"):
        label = _("in the administrative region of %(region)s") % {"region": region}
        found.append((label, associations.in_regions([region]).count()))
    return found


figures.register("organisations", Figures(title=gettext_lazy("Network"), rows=network))
