"""Who acts for an association: its own people see and change it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from kme_portal.base.limits import Limit, TooMany, count
from kme_portal.base.models import IllegalTransition
from organisations.forms.my_association import HandOverForm, RoleInvitationForm
from organisations.models import Representative, RoleInvitation
from organisations.services import roles
from organisations.views.my_association.association import AssociationMixin

# The portal is no way to write to strangers: few letters a day, of each association and to each.
PER_ASSOCIATION = Limit("role-invitation.association", tries=10, seconds=24 * 3600)
PER_ADDRESS = Limit("role-invitation.address", tries=3, seconds=24 * 3600)


class PeopleView(AssociationMixin, TemplateView):
    """Everybody's role for those who may edit; for others their own alone."""

    room = "people"
    template_name = "organisations/my_association/people.html"
    needs_edit = False

    def get_context_data(self, **kwargs):
        people = self.organisation.people(localdate(self.now)).select_related("function")
        invitations = RoleInvitation.objects.open(self.now).filter(organisation=self.organisation)
        if not self.may_edit:
            people = people.filter(user=self.request.user)
            invitations = invitations.none()
        return super().get_context_data(
            people=people,
            invitations=invitations.select_related("function"),
            **kwargs,
        )


class InviteView(AssociationMixin, FormView):
    """Ask somebody by e-mail to take a role."""

    room = "people"
    template_name = "organisations/my_association/invite.html"
    form_class = RoleInvitationForm

    def form_valid(self, form):
        data = form.cleaned_data
        try:
            count(PER_ASSOCIATION, str(self.organisation.pk), now=self.now)
            count(PER_ADDRESS, data["email"], now=self.now)
        except TooMany:
            form.add_error(
                None,
                _("Too many invitations were sent today. Please try again tomorrow."),
            )
            return self.form_invalid(form)
        try:
            self.invite(**data)
        except roles.AlreadyThere:
            form.add_error(
                "email",
                _("This person acts for your association already, or has an invitation."),
            )
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The invitation is on its way. The link in it is valid for fourteen days."),
        )
        return self.to("people")

    def invite(self, *, email, language, function, may_edit) -> RoleInvitation:
        return roles.invite(
            organisation_id=self.organisation.pk,
            email=email,
            language=language,
            function=function,
            may_edit=may_edit,
            invited_by=self.request.user,
            now=self.now,
        )


class OwnRoleMixin(AssociationMixin):
    """The role in the address, current and of this association."""

    @cached_property
    def person(self) -> Representative:
        people = self.organisation.people(localdate(self.now)).select_related("function", "user")
        return get_object_or_404(people, pk=self.kwargs["person"])

    @property
    def is_mine(self) -> bool:
        return self.person.user_id == self.request.user.pk

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs | {"person": self.person, "is_mine": self.is_mine})


class HandOverView(OwnRoleMixin, InviteView):
    """Give one's own role to a successor: it ends when that person accepts."""

    template_name = "organisations/my_association/hand_over.html"
    form_class = HandOverForm

    def is_allowed(self):
        return self.is_mine

    def invite(self, *, email, language) -> RoleInvitation:
        return roles.invite(
            organisation_id=self.organisation.pk,
            email=email,
            language=language,
            function=self.person.function,
            may_edit=self.person.may_edit,
            invited_by=self.request.user,
            replaces=self.person,
            now=self.now,
        )


class EndRoleView(OwnRoleMixin, TemplateView):
    """Asks once more, then the role ends at once."""

    room = "people"
    template_name = "organisations/my_association/end_role.html"

    def is_allowed(self):
        return self.is_mine or self.may_edit

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_last_editor=self.is_last_editor(), **kwargs)

    def is_last_editor(self) -> bool:
        editors = self.organisation.people(localdate(self.now)).filter(
            may_edit=True, user__is_active=True
        )
        is_editor = self.person.may_edit and self.person.user_id is not None
        return is_editor and not editors.exclude(pk=self.person.pk).exists()

    def post(self, request, pk, person):
        roles.end_role(representative_id=self.person.pk, now=self.now, by_themselves=self.is_mine)
        messages.success(request, _("The role has ended."))
        if self.is_mine and len(self.my_roles) == 1:
            return redirect("my_association:start")
        return self.to("people")


@method_decorator(require_POST, name="dispatch")
class WithdrawInvitationView(AssociationMixin, View):
    def post(self, request, pk, invitation):
        row = get_object_or_404(RoleInvitation, pk=invitation, organisation=self.organisation)
        try:
            roles.withdraw(invitation_id=row.pk, now=self.now)
        except IllegalTransition as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, _("The invitation is withdrawn; its link no longer works."))
        return self.to("people")
