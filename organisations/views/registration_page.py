"""The registration's own page, behind the mailed link: confirm, carry on, answer, object."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from kme_portal.base.status import IllegalTransition
from organisations.forms.registering import TextForm
from organisations.models import (
    ObjectionStatus,
    OrganisationStatus,
    Outcome,
    RegistrationStatus,
    Representative,
)
from organisations.registration_words import preview_of, state_of
from organisations.services import registering, reviewing
from organisations.views.registering import DraftMixin, steps


class RegistrationView(DraftMixin, View):
    """The registration's own page: confirm, carry on, see how it stands, answer, object."""

    def get(self, request, token):
        if not self.is_proven:
            if self.goes_on_by_mail():
                return self.elsewhere()
            return HttpResponseRedirect(self.address("registration_work"))
        if self.row.status == RegistrationStatus.DRAFT:
            return self.draft_page()
        return self.state_page()

    def post(self, request, token):
        if not self.is_proven:
            return HttpResponseRedirect(self.address())
        verbs = {
            "confirm": self.confirm,
            "answer": self.answer,
            "object": self.object,
            "account": self.account,
            "withdraw": self.withdraw,
        }
        verb = verbs.get(request.POST.get("do", ""))
        if verb is None:
            return HttpResponseRedirect(self.address())
        try:
            return verb()
        except IllegalTransition:
            # A second click, or the office was quicker: the page says how it stands.
            return HttpResponseRedirect(self.address())

    def draft_page(self) -> HttpResponse:
        answers = self.row.answers
        context = {
            "registration": self.row,
            "is_complete": self.row.sent_at is not None,
            "is_confirmed": self.row.confirmed_at is not None,
            "steps": steps(),
            "next_url": self.address(
                "registration_shown" if answers.get("fields") else "registration_work"
            ),
            "preview": preview_of(answers, self.row.email),
            "first_url": self.address("registration_association"),
        }
        return render(self.request, "organisations/register_confirm.html", context)

    def state_page(self, form=None, *, status: int = 200) -> HttpResponse:
        row = self.row
        organisation = row.organisation
        objection = row.objections.last() if row.outcome == Outcome.REFUSED else None
        is_asked = organisation.status == OrganisationStatus.QUERY
        may_object = row.outcome == Outcome.REFUSED and (
            objection is None or objection.status != ObjectionStatus.OPEN
        )
        if form is None and is_asked:
            form = answer_form()
        elif form is None and may_object and objection is None:
            form = objection_form()
        person = organisation.people().filter(email__iexact=row.email, may_edit=True).first()
        context = {
            "registration": row,
            "organisation": organisation,
            "state": state_of(row),
            "thread": list(row.messages.all()),
            "form": form,
            "is_asked": is_asked,
            "objection": objection,
            "may_object": may_object and objection is None,
            "may_open_account": person is not None
            and person.user_id is None
            and row.outcome != Outcome.REFUSED,
            "has_account": person is not None and person.user_id is not None,
            "may_withdraw": row.status == RegistrationStatus.RECEIVED
            or row.outcome == Outcome.REFUSED,
            "preview": preview_of(row.answers, row.email),
        }
        return render(self.request, "organisations/registration_state.html", context, status=status)

    def confirm(self):
        row = registering.confirm_address(registration_id=self.row.pk, now=self.now)
        if row.status == RegistrationStatus.DRAFT:
            step = "shown" if row.answers.get("fields") else "work"
            return HttpResponseRedirect(self.address(f"registration_{step}"))
        return redirect("organisations:registration", registering.mail_token(row))

    def answer(self):
        form = answer_form(self.request.POST)
        if not form.is_valid():
            return self.state_page(form, status=422)
        reviewing.answer(registration_id=self.row.pk, text=form.cleaned_data["text"], now=self.now)
        return HttpResponseRedirect(self.address())

    def object(self):
        form = objection_form(self.request.POST)
        if not form.is_valid():
            return self.state_page(form, status=422)
        reviewing.object_to_refusal(
            registration_id=self.row.pk, text=form.cleaned_data["text"], now=self.now
        )
        return HttpResponseRedirect(self.address())

    def account(self):
        if self.row.organisation is None:
            return HttpResponseRedirect(self.address())
        try:
            token = registering.open_account(registration_id=self.row.pk, now=self.now)
        except Representative.DoesNotExist:
            return HttpResponseRedirect(self.address())
        if token:
            return redirect("accounts:invitation", token)
        return redirect("account_login")

    def withdraw(self):
        if "sure" not in self.request.POST:
            return render(
                self.request, "organisations/registration_withdraw.html", {"url": self.address()}
            )
        registering.withdraw(registration_id=self.row.pk)
        return redirect("organisations:registration_gone")


def answer_form(*args) -> TextForm:
    return TextForm(*args, label=_("Your answer"))


def objection_form(*args) -> TextForm:
    return TextForm(
        *args,
        label=_("Why do you object?"),
        help_text=_("Another person of the office decides than the one who refused."),
    )
