""" "Is this your association?": asking for an entry, and taking it over by the mailed link."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views import View

from kme_portal.base.limits import Limit, limited
from kme_portal.base.status import IllegalTransition
from kme_portal.base.token_pages import TokenPageMixin
from kme_portal.mailings.links import read_token
from organisations.forms.claiming import ClaimForm, TakeOverForm
from organisations.models import EntryClaim, EntryClaimStatus, Organisation
from organisations.services import claiming
from organisations.views.registering import may_mail

PER_NETWORK = Limit("claim", tries=60, seconds=600)


@method_decorator([login_not_required, limited(PER_NETWORK)], name="dispatch")
class AskView(View):
    """The same answer whoever asks: what is known of the address goes by mail alone."""

    def organisation(self) -> Organisation:
        listed = Organisation.objects.listed().select_related("district")
        row = listed.filter(slug=self.kwargs["slug"]).first()
        if row is None:
            raise Http404
        return row

    def get(self, request, slug):
        return self.page(ClaimForm(), self.organisation())

    def post(self, request, slug):
        organisation = self.organisation()
        form = ClaimForm(request.POST)
        if not form.is_valid():
            return self.page(form, organisation, status=422)
        if not form.is_from_a_machine() and may_mail(form.cleaned_data["email"]):
            claiming.ask(
                organisation=organisation,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                words=form.cleaned_data["words"],
                language=get_language() or "de",
                now=timezone.now(),
            )
        return redirect("organisations:claim_sent")

    def page(self, form, organisation, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "organisation": organisation,
            "profile_url": organisation.get_absolute_url(),
        }
        return render(self.request, "organisations/claim_form.html", context, status=status)


class ClaimView(TokenPageMixin, View):
    """A page with a button: opening the link changes nothing, pressing works once."""

    def find_row(self, token: str) -> EntryClaim | None:
        if (read := read_token(claiming.LINK, token)) is None:
            return None
        claim = (
            EntryClaim.objects.filter(
                public_id=read[0], link_version=read[1], status=EntryClaimStatus.SENT
            )
            .select_related("organisation__district")
            .first()
        )
        if claim is None or claim.holds_until() <= timezone.now():
            return None
        return claim

    def get(self, request, token):
        return self.page(TakeOverForm())

    def page(self, form, status: int = 200) -> HttpResponse:
        context = {"claim": self.row, "organisation": self.row.organisation, "form": form}
        return render(self.request, "organisations/claim_page.html", context, status=status)

    def post(self, request, token):
        form = TakeOverForm(request.POST)
        if not form.is_valid():
            return self.page(form, status=422)
        try:
            claim, account_token = claiming.press(claim_id=self.row.pk, now=timezone.now())
        except (claiming.CannotHandOver, IllegalTransition):
            return HttpResponseRedirect(reverse("organisations:claim", args=[token]))
        if claim.status == EntryClaimStatus.ASKED:
            return redirect("organisations:claim_asked")
        if account_token:
            return redirect("accounts:invitation", account_token)
        return redirect("account_login")
