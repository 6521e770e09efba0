"""Umbrellas an association belongs to, and members an umbrella has."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from organisations.forms.my_association import UmbrellaForm
from organisations.models import Affiliation
from organisations.services import affiliations
from organisations.views.my_association.association import AssociationMixin


def visible_links(organisation, now):
    """Its affiliations of today; an umbrella sees those alone to which the member said yes."""
    as_umbrella = Q(umbrella=organisation) & ~Q(confirmed_by_member_on=None)
    return (
        Affiliation.objects.current(localdate(now))
        .filter(Q(member=organisation) | as_umbrella)
        .select_related("member", "umbrella")
        .order_by("umbrella__sort_name", "member__sort_name", "pk")
    )


class UmbrellasView(AssociationMixin, FormView):
    """What is confirmed, what waits for whom, and a form to name another umbrella."""

    room = "umbrellas"
    template_name = "organisations/my_association/umbrellas.html"
    form_class = UmbrellaForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"organisation": self.organisation}

    def get_context_data(self, **kwargs):
        links = list(visible_links(self.organisation, self.now))
        return super().get_context_data(
            umbrellas=[row for row in links if row.member_id == self.organisation.pk],
            members=[row for row in links if row.umbrella_id == self.organisation.pk],
            **kwargs,
        )

    def form_valid(self, form):
        try:
            affiliations.ask(
                member=self.organisation,
                umbrella=form.cleaned_data["umbrella"],
                kind=form.cleaned_data["kind"],
                now=self.now,
            )
        except affiliations.CannotAffiliate as refused:
            form.add_error("umbrella", refused.message)
            return self.form_invalid(form)
        messages.success(
            self.request, _("Saved. It becomes visible as soon as the umbrella confirms it.")
        )
        return self.to("umbrellas")


class LinkMixin(AssociationMixin):
    def link(self) -> Affiliation:
        return get_object_or_404(
            visible_links(self.organisation, self.now), pk=self.kwargs["affiliation"]
        )


@method_decorator(require_POST, name="dispatch")
class ConfirmAffiliationView(LinkMixin, View):
    def post(self, request, pk, affiliation):
        affiliations.confirm(
            affiliation_id=self.link().pk, organisation_id=self.organisation.pk, now=self.now
        )
        messages.success(request, _("The membership is confirmed."))
        return self.to("umbrellas")


class EndAffiliationView(LinkMixin, TemplateView):
    """Asks once more; either side may end or reject a membership."""

    room = "umbrellas"
    template_name = "organisations/my_association/end_affiliation.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(link=self.link(), **kwargs)

    def post(self, request, pk, affiliation):
        affiliations.end(
            affiliation_id=self.link().pk, organisation_id=self.organisation.pk, now=self.now
        )
        messages.success(request, _("The membership has ended."))
        return self.to("umbrellas")
