"""Pages behind the links of letters: taking a role, and the yearly question."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import User
from kme_portal.accounts.services import prepare_account
from kme_portal.base.models import IllegalTransition
from kme_portal.base.token_pages import TokenPageMixin
from kme_portal.mailings.links import read_token
from organisations.forms.my_association import RoleAcceptanceForm
from organisations.models import OrganisationStatus, Representative, RoleInvitation
from organisations.models.people import WITH_DESK
from organisations.models.roles import ROLE_LINK
from organisations.occasions.profile_check import CHECK_LINK, round_of
from organisations.services import register, roles
from organisations.views.directory import contact_of, facts_of


class RoleInvitationView(TokenPageMixin, FormView):
    """Says what is asked and what happens to the data; a button accepts, another declines."""

    template_name = "organisations/my_association/role_invitation.html"
    form_class = RoleAcceptanceForm

    def find_row(self, token):
        if (read := read_token(ROLE_LINK, token)) is None:
            return None
        public_id, version = read
        return (
            RoleInvitation.objects.open(timezone.now())
            .filter(
                public_id=public_id,
                link_version=version,
                organisation__status__in=WITH_DESK,
                organisation__merged_into=None,
            )
            .select_related("organisation", "function")
            .first()
        )

    def get_initial(self):
        user = self.request.user
        return {"name": user.name if user.is_authenticated else ""}

    def get_context_data(self, **kwargs):
        return super().get_context_data(invitation=self.row, **kwargs)

    def post(self, request, *args, **kwargs):
        if "decline" in request.POST:
            try:
                roles.decline(invitation_id=self.row.pk, now=timezone.now())
            except IllegalTransition as refused:
                messages.warning(request, refused.message)
            return render(request, "organisations/my_association/role_declined.html")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        name = form.cleaned_data["name"]
        if self.request.user.is_authenticated:
            return self.accept(self.request.user, name) or self.desk()
        known = User.objects.filter(email__iexact=self.row.email).first()
        if known is not None and (known.has_usable_password() or not known.is_active):
            messages.info(self.request, _("Please sign in, then accept once more."))
            query = urlencode({"next": self.request.path})
            return HttpResponseRedirect(f"{reverse('account_login')}?{query}")
        user, token = prepare_account(email=self.row.email, name=name, language=get_language())
        refused = self.accept(user, name)
        if refused is not None:
            return refused
        return HttpResponseRedirect(reverse("accounts:invitation", args=[token]))

    def accept(self, user, name: str):
        """None, or the page that says why not."""
        now = timezone.now()
        try:
            person = roles.accept(invitation_id=self.row.pk, user=user, name=name, now=now)
        except IllegalTransition as refused:
            messages.warning(self.request, refused.message)
            return HttpResponseRedirect(reverse("pages:home"))
        give_consent(
            email=user.email,
            purpose="registration",
            language=get_language(),
            reference=f"organisations.Representative:{person.pk}",
            now=now,
        )
        return None

    def desk(self):
        messages.success(self.request, _("Thank you. You act for this association now."))
        return HttpResponseRedirect(reverse("my_association:desk", args=[self.row.organisation_id]))


class ProfileCheckView(TokenPageMixin, TemplateView):
    """Once a year: is it still right? A button says yes; nothing hidden from others is shown."""

    template_name = "organisations/my_association/profile_check.html"

    def find_row(self, token):
        if (read := read_token(CHECK_LINK, token)) is None:
            return None
        public_id, self.round = read
        return (
            Representative.objects.current(localdate())
            .filter(
                public_id=public_id,
                organisation__status=OrganisationStatus.ACTIVE,
                organisation__merged_into=None,
            )
            .select_related("organisation__district")
            .first()
        )

    def get_context_data(self, **kwargs):
        organisation = self.row.organisation
        return super().get_context_data(
            organisation=organisation,
            is_done=round_of(organisation) != self.round,
            facts=facts_of(organisation),
            contact=contact_of(organisation, to_network=True),
            may_edit=self.row.may_edit and self.row.user_id is not None,
            **kwargs,
        )

    def post(self, request, token):
        organisation = self.row.organisation
        if round_of(organisation) == self.round:
            register.confirm(organisation_id=organisation.pk, now=timezone.now())
        return HttpResponseRedirect(request.path)
