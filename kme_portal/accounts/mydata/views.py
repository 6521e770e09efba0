"""The pages about one address: by a mailed link, or signed in."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views import View
from django.views.generic import FormView, TemplateView

from kme_portal.accounts import cases
from kme_portal.accounts.consents import words_of
from kme_portal.accounts.models import Channel, Consent
from kme_portal.accounts.mydata import collecting, erasing, services
from kme_portal.accounts.mydata.forms import AskForm, EraseForm, WriteForm
from kme_portal.accounts.mydata.links import PER_NETWORK, opened_by, send_link
from kme_portal.base.limits import Limit, limited
from kme_portal.base.registries import personal_data
from kme_portal.base.token_pages import TokenPageMixin, keep_private

# Of one network in ten minutes: an export asks every app.
EXPORTS = Limit("my-data.export", tries=60, seconds=600)


@method_decorator([login_not_required, limited(PER_NETWORK)], name="dispatch")
class AskView(FormView):
    """Type an address, get a link there; the answer is the same for every address."""

    form_class = AskForm
    template_name = "accounts/my_data_ask.html"
    success_url = reverse_lazy("my_data:asked")

    def form_valid(self, form):
        send_link(
            email=form.cleaned_data["email"], language=get_language() or "de", now=timezone.now()
        )
        return super().form_valid(form)


@method_decorator(login_not_required, name="dispatch")
class AskedView(TemplateView):
    template_name = "accounts/my_data_asked.html"


@method_decorator(login_not_required, name="dispatch")
class GoneView(TemplateView):
    """After the erasure; who it was is not known here any more."""

    template_name = "accounts/my_data_gone.html"


class ByLink(TokenPageMixin):
    """Whose link it is has shown that the mailbox is theirs."""

    layout = "accounts/narrow.html"

    def find_row(self, token):
        return opened_by(token, now=timezone.now())

    @property
    def email(self) -> str:
        return self.row.email

    @property
    def language(self) -> str:
        return self.row.language

    channel = Channel.LINK

    def address(self, name: str) -> str:
        return reverse(f"my_data:{name}", args=[self.kwargs["token"]])


class ByAccount:
    """Who is signed in sees what is held about the address of the account."""

    layout = "accounts/manage.html"
    channel = Channel.FORM

    def dispatch(self, request, *args, **kwargs):
        return keep_private(super().dispatch(request, *args, **kwargs))

    @property
    def email(self) -> str:
        return self.request.user.email

    @property
    def language(self) -> str:
        return self.request.user.language

    def address(self, name: str) -> str:
        return reverse(f"accounts:my_data_{name}")


class Shown:
    """What every page of "My data" needs to know."""

    def get_context_data(self, **kwargs):
        addresses = {
            f"{name}_url": self.address(name)
            for name in ("page", "file", "write", "erase", "withdraw")
        }
        return (
            super().get_context_data(**kwargs)
            | addresses
            | {
                "layout": self.layout,
                "email": self.email,
            }
        )


class PageView(Shown, TemplateView):
    """Everything that is held, what for, and what can be done about it."""

    template_name = "accounts/my_data.html"

    def get_context_data(self, **kwargs):
        consents = Consent.objects.of(self.email).order_by("-given_at")
        sections = [
            section
            for section in collecting.sections_about(self.email)
            if section.name not in (collecting.CONSENTS, collecting.LINKS)
        ]
        return super().get_context_data(**kwargs) | {
            "is_withdrawn": self.request.GET.get("stand") == "widerrufen",
            "sections": sections,
            "consents": [(consent, words_of(consent)) for consent in consents],
        }


@method_decorator(limited(EXPORTS, methods=("GET",)), name="get")
class FileView(View):
    """The same as a file for programs; made now, stored nowhere."""

    def get(self, request, *args, **kwargs):
        response = JsonResponse(
            collecting.as_data(self.email, now=timezone.now()),
            json_dumps_params={"ensure_ascii": False, "indent": 2},
        )
        response.headers["Content-Disposition"] = 'attachment; filename="meine-daten.json"'
        return response


class WithdrawView(View):
    def post(self, request, *args, **kwargs):
        now = timezone.now()
        number = request.POST.get("consent", "")
        done = number.isdecimal() and services.withdraw(
            email=self.email, consent_id=int(number[:18]), now=now
        )
        # No message of the session: a visitor with a link has none, and gets none.
        return redirect(self.address("page") + ("?stand=widerrufen" if done else ""))

    def get(self, request, *args, **kwargs):
        return redirect(self.address("page"))


class WriteView(Shown, FormView):
    """A wish that no button grants: the office gets a case, and the person a date."""

    form_class = WriteForm
    template_name = "accounts/my_data_write.html"

    def form_valid(self, form):
        request = cases.receive_request(
            kind=form.cleaned_data["kind"],
            email=self.email,
            language=self.language,
            channel=self.channel,
            text=form.cleaned_data["text"],
            now=timezone.now(),
        )
        context = self.get_context_data(form=form) | {"due_on": request.due_on}
        return render(self.request, "accounts/my_data_written.html", context)


class EraseView(Shown, FormView):
    """Says what goes and what stays and why, asks whether it is meant, and does it."""

    form_class = EraseForm
    template_name = "accounts/my_data_erase.html"

    def get_context_data(self, **kwargs):
        held = {section.name for section in collecting.sections_about(self.email)}
        entries = [entry for name, entry in personal_data.items() if name in held]
        return super().get_context_data(**kwargs) | {
            "goes": [(entry.title, entry.goes) for entry in entries if entry.goes],
            "stays": [(entry.title, entry.stays) for entry in entries if entry.stays],
            "reasons_to_wait": erasing.reasons_to_wait(self.email),
        }

    def form_valid(self, form):
        request = erasing.ask_for_erasure(
            email=self.email, language=self.language, channel=self.channel, now=timezone.now()
        )
        if request is not None:
            context = Shown.get_context_data(self, form=form) | {"due_on": request.due_on}
            return render(self.request, "accounts/my_data_written.html", context)
        logout(self.request)
        return redirect("my_data:gone")


class LinkPageView(ByLink, PageView): ...


class LinkFileView(ByLink, FileView): ...


class LinkWithdrawView(ByLink, WithdrawView): ...


class LinkWriteView(ByLink, WriteView): ...


class LinkEraseView(ByLink, EraseView): ...


class AccountPageView(ByAccount, PageView): ...


class AccountFileView(ByAccount, FileView): ...


class AccountWithdrawView(ByAccount, WithdrawView): ...


class AccountWriteView(ByAccount, WriteView): ...


# A phone left on a table must not be enough.
@method_decorator(reauthentication_required, name="dispatch")
class AccountEraseView(ByAccount, EraseView): ...
