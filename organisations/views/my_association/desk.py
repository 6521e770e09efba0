"""The desk of an association: what is due first, then its rooms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from kme_portal.base.registries import panels_for
from kme_portal.base.words import listed
from organisations.models import Affiliation, OrganisationStatus, ProfileChange
from organisations.views.my_association.association import AssociationMixin, roles_of

PANELS = "association.desk"


@dataclass(frozen=True)
class Due:
    """Something this association should do next; a panel may name some as `due`.

    With `is_post` the button does it at once, so the address takes a POST.
    """

    title: str
    text: str
    url: str
    action: str
    until: date | None = None
    is_post: bool = False


class StartView(TemplateView):
    """Straight on to the only association; with several, which one."""

    template_name = "organisations/my_association/start.html"

    def get(self, request, *args, **kwargs):
        roles = roles_of(request.user, timezone.now())
        by_association = {role.organisation_id: role for role in roles}
        if len(by_association) == 1:
            (pk,) = by_association
            return HttpResponseRedirect(reverse("my_association:desk", args=[pk]))
        return self.render_to_response(
            self.get_context_data(roles=list(by_association.values()), **kwargs)
        )


class DeskView(AssociationMixin, TemplateView):
    room = "desk"
    template_name = "organisations/my_association/desk.html"
    needs_edit = False

    def get_context_data(self, **kwargs):
        panels = panels_for(PANELS, self.organisation, self.request)
        due = [*self.own_due(), *(row for _name, panel in panels for row in panel.get("due", ()))]
        later = date.max
        return super().get_context_data(
            due=sorted(due, key=lambda row: row.until or later),
            panels=[(template, context) for template, context in panels if template],
            my_functions=listed(r.function.name for r in self.my_roles if r.function),
            is_alone=self.may_edit and not self.has_second_editor(),
            is_public=self.organisation.is_listed
            and self.organisation.status == OrganisationStatus.ACTIVE,
            waiting=ProfileChange.objects.waiting().filter(organisation=self.organisation).count(),
            **kwargs,
        )

    def has_second_editor(self) -> bool:
        return (
            self.organisation.people(localdate(self.now))
            .filter(may_edit=True, user__is_active=True)
            .exclude(user=self.request.user)
            .exists()
        )

    def own_due(self) -> Iterator[Due]:
        if not self.may_edit:
            return
        if self.is_to_be_confirmed and self.is_unseen:
            yield Due(
                title=_("Is everything in your entry right?"),
                text=_(
                    "The office made this entry. Please look through it once: what is right, what"
                    " is missing, and who may see it."
                ),
                url=self.address("profile"),
                action=_("Look at the entry"),
            )
        elif self.is_to_be_confirmed:
            yield Due(
                title=_("Is your entry still right?"),
                text=_("Once a year we ask you to look at it. If all is right, press the button."),
                url=self.address("confirm"),
                action=_("Yes, all is right"),
                is_post=True,
            )
        links = affiliations_to_confirm(self.organisation).select_related("member", "umbrella")
        for link in links:
            if link.umbrella_id == self.organisation.pk:
                text = _("%(name)s says that it belongs to you.") % {"name": link.member}
            else:
                text = _("You are entered as belonging to %(name)s.") % {"name": link.umbrella}
            yield Due(
                title=_("Please confirm a membership"),
                text=text,
                url=self.address("umbrellas"),
                action=_("Confirm or reject"),
            )


def affiliations_to_confirm(organisation):
    """Where this side has not said yes. An umbrella is asked only after the member said so:

    whom the office thinks to belong to it is not told to it.
    """
    as_member = Q(member=organisation, confirmed_by_member_on=None)
    as_umbrella = Q(umbrella=organisation, confirmed_by_umbrella_on=None) & ~Q(
        confirmed_by_member_on=None
    )
    return Affiliation.objects.filter(as_member | as_umbrella, to_on=None)
