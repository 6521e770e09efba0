from allauth.account import views as account_views
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView, UpdateView

from kme_portal.accounts import demonstration, second_factor, services, unsent
from kme_portal.accounts.forms import ProfileForm, SetPasswordForm
from kme_portal.accounts.registries import account_links
from kme_portal.base.token_pages import TokenPageMixin

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
def sign_in(request: HttpRequest):
    """Allauth's; a locked account is told in the form, and to machines by the status."""
    response = account_views.login(request)
    if getattr(request, "account_is_locked", False):
        response.status_code = 429
        response.headers["Retry-After"] = "600"
    return response


def remove_passkey(request: HttpRequest, pk: int):
    """Allauth's, which asks only for apps whether the office's last factor would go."""
    adapter = get_adapter()
    key = Authenticator.objects.filter(
        user=request.user, pk=pk, type=Authenticator.Type.WEBAUTHN
    ).first()
    if key is not None and not adapter.can_delete_authenticator(key):
        messages.error(request, adapter.error_messages["cannot_delete_authenticator"])
        return redirect("mfa_list_webauthn")
    return webauthn.remove_webauthn(request, pk=pk)


class OverviewView(TemplateView):
    """The account at a glance: where to go, and what protects it."""

    template_name = "accounts/overview.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "has_second_factor": second_factor.is_set_up(self.request.user),
            "links": [link for entry in account_links for link in entry(self.request.user)],
        }


class ProfileView(UpdateView):
    """Name and language of letters."""

    form_class = ProfileForm
    template_name = "accounts/profile.html"
    success_url = reverse_lazy("accounts:overview")

    def get_object(self, queryset=None):
        return self.request.user

    def form_valid(self, form):
        messages.success(self.request, _("Your details were saved."))
        return super().form_valid(form)


class InvitationView(TokenPageMixin, FormView):
    """Set the first password of an account by the link of an invitation."""

    form_class = SetPasswordForm
    template_name = "accounts/invitation.html"

    def find_row(self, token):
        return services.invited_by(token)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.row}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"account": self.row}

    def form_valid(self, form):
        user = services.accept_invitation(user=self.row, password=form.cleaned_data["password1"])
        logout(self.request)
        login(self.request, user, backend=BACKEND)
        # Signed in beside allauth's own page: the list of sessions would not show this one.
        UserSession.objects.create_from_request(self.request)
        # The link and the new password are fresh proof: the second factor can be set up at once.
        record_authentication(
            self.request, user, "password", email=user.email, reauthenticated=True
        )
        if user.is_staff:
            messages.success(
                self.request,
                _("Your password is set. Now connect your second factor, then you can begin."),
            )
            return redirect("mfa_index")
        messages.success(self.request, _("Your password is set. Welcome."))
        return redirect(settings.LOGIN_REDIRECT_URL)


class UnsentView(TemplateView):
    """What waits to be sent and found no place in its form: to be read, sent, or thrown away."""

    template_name = "accounts/unsent.html"

    def get(self, request, *args, **kwargs):
        self.forms = unsent.waiting(request)
        if not self.forms:
            messages.info(request, _("No entry is waiting to be sent."))
            return redirect("accounts:overview")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"forms": self.forms}

    def post(self, request, *args, **kwargs):
        """Throw one away and open the empty form."""
        form = next(
            (form for form in unsent.waiting(request) if str(form.pk) == request.POST.get("form")),
            None,
        )
        if form is None:
            return redirect("accounts:overview")
        unsent.forget(user=request.user, pks=[form.pk])
        return redirect(form.page)


@require_POST
def end_all_sessions(request: HttpRequest):
    """Sign out everywhere, here too."""
    services.end_sessions(user=request.user)
    logout(request)
    messages.success(request, _("You are signed out on all devices."))
    return redirect("account_login")


@method_decorator(login_not_required, name="dispatch")
class DemoView(TemplateView):
    """Be somebody in the demonstration; does not exist elsewhere."""

    template_name = "accounts/demo.html"

    def dispatch(self, request, *args, **kwargs):
        if not settings.DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"roles": demonstration.ROLES}

    def post(self, request, *args, **kwargs):
        try:
            user = demonstration.account_of(request.POST.get("role", ""))
        except KeyError:
            return redirect("accounts:demo")
        logout(request)
        login(request, user, backend=BACKEND)
        UserSession.objects.create_from_request(request)
        request.session[second_factor.DEMO_KEY] = True
        return redirect("admin:index" if user.is_staff else settings.LOGIN_REDIRECT_URL)
