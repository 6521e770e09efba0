"""An association registers itself, without account and without script.

Three short steps instead of one long page: after the first a draft exists that nothing can lose,
the address of the browser's own draft stands in no mail, and likely duplicates are met before
anything more is typed.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from kme_portal.base.limits import Limit, TooMany, count, limited
from kme_portal.base.status import IllegalTransition
from kme_portal.base.token_pages import TokenPageMixin, keep_private
from kme_portal.mailings.links import read_token
from organisations.forms.registering import AssociationForm, ShownForm, WorkForm
from organisations.models import (
    District,
    Registration,
    RegistrationStatus,
)
from organisations.registration_words import preview_of
from organisations.services import registering
from organisations.twins import public_twins

# A mosque's open WLAN or an office has one address: many fill in its pages within minutes.
PER_NETWORK = Limit("association", tries=240, seconds=600)
# Together six mails a day to one mailbox, whoever types its address.
PER_VICTIM = Limit("association.victim", tries=4, seconds=86_400)
DRAFTS_PER_VICTIM = Limit("association.draft", tries=2, seconds=86_400)


def steps() -> list[str]:
    return [_("Your association"), _("What you do"), _("What is shown"), _("Confirm by e-mail")]


def may_mail(email: str, limit: Limit = PER_VICTIM) -> bool:
    """Whether this mailbox gets one more mail today; nobody floods another's.

    The pages answer as always, so that nobody learns anything by it.
    """
    try:
        count(limit, email, now=timezone.now())
    except TooMany:
        return False
    return True


@method_decorator([login_not_required, limited(PER_NETWORK)], name="dispatch")
class RegisterView(View):
    """Step one, before anything is kept."""

    def get(self, request):
        return self.page(AssociationForm())

    def post(self, request):
        form = AssociationForm(request.POST)
        if not form.is_valid():
            return self.page(form, status=422)
        if form.is_from_a_machine():
            return redirect("organisations:registration_sent")
        answers = form.answers()
        if "new" not in request.POST:
            district = District.objects.get(pk=answers["district"])
            if twins := public_twins(answers["name"], district):
                return self.page(form, twins=twins)
        draft = registering.start_draft(
            form_id=form.form_id(),
            email=form.cleaned_data["email"],
            name=form.cleaned_data["contact_name"],
            language=get_language() or "de",
            answers=answers,
            signs=form.signs(),
            now=timezone.now(),
            may_mail=may_mail(form.cleaned_data["email"], DRAFTS_PER_VICTIM),
        )
        if draft.status != RegistrationStatus.DRAFT:
            return redirect("organisations:registration_sent")
        return redirect("organisations:registration_work", registering.work_token(draft))

    def page(self, form, *, twins=(), status: int = 200) -> HttpResponse:
        context = {"form": form, "twins": twins, "steps": steps(), "is_new": True}
        response = render(
            self.request, "organisations/register_association.html", context, status=status
        )
        return keep_private(response) if self.request.method == "POST" else response


class DraftMixin(TokenPageMixin):
    """Finds the registration of a link; `is_proven` when it came by mail."""

    is_proven = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    def find_row(self, token: str) -> Registration | None:
        read = read_token(registering.MAIL_LINK, token)
        self.is_proven = read is not None
        read = read or read_token(registering.WORK_LINK, token)
        if read is None:
            return None
        row = (
            Registration.objects.filter(public_id=read[0], link_version=read[1])
            .select_related("organisation__merged_into", "refusal_reason")
            .first()
        )
        if row is None or (row.status == RegistrationStatus.DRAFT and row.ends_at <= self.now):
            return None
        return row

    def address(self, name: str = "registration") -> str:
        return reverse(f"organisations:{name}", args=[self.kwargs["token"]])

    def goes_on_by_mail(self) -> bool:
        """From the proof of the address on, only the mailed link opens it."""
        return not self.is_proven and self.row.confirmed_at is not None

    def elsewhere(self) -> HttpResponse:
        return render(self.request, "organisations/register_elsewhere.html")


@method_decorator(limited(PER_NETWORK), name="dispatch")
class StepView(DraftMixin, View):
    """One step of a draft: kept when it is sent, whatever else is still missing."""

    template_name = ""
    next_step = ""

    def get(self, request, token):
        return self.away() or self.page(self.form())

    def post(self, request, token):
        if away := self.away():
            return away
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form, status=422)
        try:
            self.keep(form)
        except IllegalTransition:
            return HttpResponseRedirect(self.address())
        if "later" in request.POST:
            if may_mail(self.row.email):
                registering.mail_draft(registration_id=self.row.pk, now=self.now)
            return redirect("organisations:registration_saved")
        return self.after(form)

    def away(self) -> HttpResponse | None:
        """Where somebody belongs whose draft is no longer one."""
        if self.goes_on_by_mail():
            return self.elsewhere()
        if self.row.status != RegistrationStatus.DRAFT:
            return HttpResponseRedirect(self.address())
        return None

    def form(self, *args):
        raise NotImplementedError

    def keep(self, form) -> None:
        registering.save_step(registration_id=self.row.pk, answers=form.answers())

    def after(self, form) -> HttpResponse:
        return HttpResponseRedirect(self.address(self.next_step))

    def page(self, form, *, status: int = 200, **more) -> HttpResponse:
        context = {
            "form": form,
            "steps": steps(),
            "registration": self.row,
            "first_url": self.address("registration_association"),
            "work_url": self.address("registration_work"),
            "shown_url": self.address("registration_shown"),
        }
        return render(self.request, self.template_name, context | more, status=status)


class AssociationStepView(StepView):
    """Step one again; an address that is proven stays."""

    template_name = "organisations/register_association.html"
    next_step = "registration_work"

    def form(self, *args) -> AssociationForm:
        initial = AssociationForm.initial_of(self.row.answers, self.row.name)
        has_email = self.row.confirmed_at is None
        return AssociationForm(
            *args, initial=initial | {"email": self.row.email}, has_email=has_email
        )

    def keep(self, form) -> None:
        registering.save_step(
            registration_id=self.row.pk,
            answers=form.answers(),
            name=form.cleaned_data["contact_name"],
        )
        email = form.cleaned_data.get("email", self.row.email)
        if email != self.row.email:
            self.row = registering.change_address(
                registration_id=self.row.pk,
                email=email,
                now=self.now,
                may_mail=may_mail(email, DRAFTS_PER_VICTIM),
            )
            # The links to the old address have ended; from here on the browser's own one leads.
            self.kwargs["token"] = registering.work_token(self.row)


class WorkStepView(StepView):
    template_name = "organisations/register_work.html"
    next_step = "registration_shown"

    def form(self, *args) -> WorkForm:
        return WorkForm(*args, initial=WorkForm.initial_of(self.row.answers))

    def keep(self, form) -> None:
        answers = form.answers() | {"description_language": get_language() or "de"}
        registering.save_step(registration_id=self.row.pk, answers=answers)


class ShownStepView(StepView):
    """What is shown, how that looks, and off it goes."""

    template_name = "organisations/register_shown.html"

    def away(self):
        away = super().away()
        if away is None and not self.row.answers.get("fields"):
            return HttpResponseRedirect(self.address("registration_work"))
        return away

    def form(self, *args) -> ShownForm:
        return ShownForm(*args, answers=self.row.answers)

    def after(self, form) -> HttpResponse:
        if form.is_preview:
            return HttpResponseRedirect(f"{self.address('registration_shown')}#vorschau")
        mails = self.row.confirmed_at is not None or may_mail(self.row.email)
        try:
            row = registering.send_off(registration_id=self.row.pk, now=self.now, may_mail=mails)
        except IllegalTransition:
            return HttpResponseRedirect(self.address())
        if self.is_proven and row.status != RegistrationStatus.DRAFT:
            token = registering.mail_token(row)
            return redirect("organisations:registration", token)
        return redirect("organisations:registration_sent")

    def page(self, form, **more):
        return super().page(form, preview=preview_of(self.row.answers, self.row.email), **more)


class PlainPage(TemplateView):
    """A page that is the same for everybody: it tells nobody what was known before."""

    @classmethod
    def as_view(cls, **initkwargs):
        return login_not_required(super().as_view(**initkwargs))
