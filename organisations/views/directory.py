"""The public directory of associations and their profiles."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView

from kme_portal.base.lists import FilteredListView
from kme_portal.base.registries import panels_for
from kme_portal.base.words import listed
from organisations.filters import DirectoryFilter
from organisations.models import Affiliation, Organisation, OrganisationStatus, TermKind
from organisations.readers import is_of_the_network


@method_decorator(login_not_required, name="dispatch")
class DirectoryView(FilteredListView):
    filterset_class = DirectoryFilter
    template_name = "organisations/directory.html"
    context_object_name = "organisations"

    def get_queryset(self):
        return (
            Organisation.objects.listed()
            .select_related("district", "logo_image")
            .prefetch_related("fields")
            .only(
                "name",
                "slug",
                "short_name",
                "description",
                "district__name",
                "logo_image__public_id",
                "sort_name",
            )
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        count = context["paginator"].count
        context["result"] = ngettext("%(count)s association", "%(count)s associations", count) % {
            "count": count
        }
        context["cards"] = [
            {
                "title": row.name,
                "url": row.get_absolute_url(),
                "kicker": row.district.name if row.district else "",
                "picture": row.logo_image,
                "meta": listed(term.name for term in row.fields.all()[:4]),
            }
            for row in context["object_list"]
        ]
        return context


@method_decorator(login_not_required, name="dispatch")
class ProfileView(DetailView):
    """One listed association; a merged entry leads to the one it became."""

    template_name = "organisations/profile.html"
    context_object_name = "organisation"

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            return self.lead_to_merged()

    def lead_to_merged(self):
        merged = (
            Organisation.objects.filter(
                slug=self.kwargs["slug"],
                merged_into__is_listed=True,
                merged_into__status=OrganisationStatus.ACTIVE,
            )
            .select_related("merged_into")
            .first()
        )
        if merged is None:
            raise Http404
        return redirect(merged.merged_into.get_absolute_url(), permanent=True)

    def get_queryset(self):
        return Organisation.objects.listed().select_related("district", "logo_image")

    def get_object(self, queryset=None):
        row = self.get_queryset().filter(slug=self.kwargs["slug"]).first()
        if row is None:
            raise Http404
        return row

    def get_context_data(self, **kwargs):
        organisation = self.object
        to_network = is_of_the_network(self.request.user)
        umbrellas, members = neighbours_of(organisation)
        return super().get_context_data(
            facts=facts_of(organisation),
            contact=contact_of(organisation, to_network=to_network),
            is_network_reader=to_network,
            has_more_for_network=not to_network
            and any(
                getattr(organisation, f"{field}_visibility") == "network" and value
                for field, value in (
                    ("address", organisation.city),
                    ("email", organisation.email),
                    ("phone", organisation.phone),
                    ("website", organisation.website),
                )
            ),
            umbrellas=umbrellas,
            members=members,
            may_edit=Organisation.objects.editable_by(self.request.user)
            .filter(pk=organisation.pk)
            .exists(),
            panels=panels_for("organisation.profile", organisation, self.request),
            **kwargs,
        )


def neighbours_of(organisation: Organisation) -> tuple[list[Organisation], list[Organisation]]:
    """Its umbrellas and its members, as far as both sides confirmed and are listed; one query."""
    links = (
        Affiliation.objects.current(localdate())
        .shown()
        .filter(Q(member=organisation) | Q(umbrella=organisation))
        .select_related("member", "umbrella")
    )
    above = {link.umbrella for link in links if link.member_id == organisation.pk}
    below = {link.member for link in links if link.umbrella_id == organisation.pk}

    def in_order(rows) -> list[Organisation]:
        return sorted(rows, key=lambda row: (row.sort_name, row.name))

    return in_order(above), in_order(below)


def facts_of(organisation: Organisation) -> list[tuple[str, str]]:
    """Pairs of label and value, empty ones included; the page leaves those out."""
    terms = organisation.terms()

    def names(kind: str) -> str:
        return listed(term.name for term in terms if term.kind == kind)

    return [
        (_("Names in other scripts or spellings"), organisation.other_names),
        (_("District"), organisation.district.name if organisation.district else ""),
        (_("Level"), organisation.get_level_display()),
        (_("Legal form"), organisation.get_legal_form_display()),
        (_("Founded"), organisation.founded_in),
        (_("Fields of activity"), names(TermKind.FIELD)),
        (_("Target groups"), names(TermKind.TARGET_GROUP)),
        (_("Languages"), names(TermKind.LANGUAGE)),
        (_("Self-designation"), names(TermKind.SELF_DESIGNATION)),
    ]


def contact_of(organisation: Organisation, *, to_network: bool) -> dict[str, str]:
    """Only what this reader may see; a hidden value does not reach the template."""
    shown = {}
    if organisation.shows("address", to_network=to_network):
        shown["street"] = organisation.street
        shown["town"] = " ".join(filter(None, [organisation.postcode, organisation.city]))
    for field in ("email", "phone", "website"):
        if organisation.shows(field, to_network=to_network):
            shown[field] = getattr(organisation, field)
    return {name: value for name, value in shown.items() if value}
