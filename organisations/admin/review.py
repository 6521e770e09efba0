"""The office's queue of registrations and claims, and each case on one screen."""

from functools import partial

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kme_portal.accounts import readlog
from kme_portal.base.history import Change, changes_of
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.letters import title_of
from kme_portal.mailings.models import Message
from organisations.forms.claiming import HandOverForm
from organisations.forms.reviewing import (
    ApprovalForm,
    ClaimRefusalForm,
    MergeForm,
    ObjectionForm,
    QuestionForm,
    RefusalForm,
    UmbrellaForm,
)
from organisations.models import (
    District,
    EntryClaim,
    EntryClaimStatus,
    ObjectionStatus,
    Organisation,
    OrganisationStatus,
    Outcome,
    Registration,
    RegistrationStatus,
)
from organisations.models.organisations import LegalForm, Visibility
from organisations.registration_words import preview_of
from organisations.reviews import SHOWN, SIGNS, cases
from organisations.services import affiliations, claiming, register, reviewing
from organisations.twins import likely_twins

# What came of each button, for whoever pressed it.
DONE = {
    "assign": gettext_lazy("You review it now."),
    "ask": gettext_lazy("The question is on its way. Now it is the association's turn."),
    "approve": gettext_lazy("Approved. The association learns it by e-mail."),
    "refuse": gettext_lazy(
        "Refused. The association learns the reason and how to object by e-mail."
    ),
    "merge": gettext_lazy("Merged. The association learns it by e-mail."),
    "hand-over": gettext_lazy("Merged. A link to take the entry over is on its way."),
    "objection": gettext_lazy("Decided. The association learns it by e-mail."),
    "affiliate": gettext_lazy("Entered. It becomes public as soon as the umbrella confirms it."),
}
ROWS = 50
NEIGHBOURS = 12


class ReviewSteps:
    """Views beside the register's list; each changes something by POST alone."""

    def get_urls(self):
        def view(one):
            return self.admin_site.admin_view(one)

        name = "organisations_organisation"
        return [
            path("aufnahme/", view(self.reviews_view), name=f"{name}_reviews"),
            path("aufnahme/<int:pk>/", view(self.review_view), name=f"{name}_review"),
            path("aufnahme/uebernahme/<int:pk>/", view(self.claim_view), name=f"{name}_claim"),
            path("<int:pk>/uebergabe/", view(self.hand_over_view), name=f"{name}_hand_over"),
            *super().get_urls(),
        ]

    def check_reviewer(self, request) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied

    def reviews_view(self, request):
        """Whose turn it is, by district and age."""
        self.check_reviewer(request)
        shown = request.GET.get("stand", "")
        district = request.GET.get("kreis", "")
        mine = bool(request.GET.get("meine"))
        found = cases(
            request.user,
            now=timezone.now(),
            shown=shown if shown in SHOWN else "",
            district=district,
            mine=mine,
        )
        return self.page(
            request,
            "review_queue.html",
            title=_("Registrations and claims"),
            page_obj=Paginator(found, ROWS).get_page(request.GET.get("page")),
            shown=shown,
            shown_choices=SHOWN.items(),
            district=district,
            districts=District.objects.values_list("ags", "name"),
            mine=mine,
        )

    def review_view(self, request, pk):
        """One registration with all that is needed to decide."""
        self.check_reviewer(request)
        row = get_object_or_404(
            Registration.objects.exclude(organisation=None).select_related(
                "organisation__district", "reviewer", "decided_by", "refusal_reason"
            ),
            pk=pk,
        )
        kinds = {
            "ask": QuestionForm,
            "approve": partial(ApprovalForm, registration=row),
            "refuse": RefusalForm,
            "objection": ObjectionForm,
            "affiliate": partial(UmbrellaForm, registration=row),
        }
        forms = {name: kind() for name, kind in kinds.items()}
        if request.method == "POST":
            verb = request.POST.get("do", "")
            kinds |= {"merge": MergeForm, "hand-over": MergeForm}
            form = kinds[verb](request.POST) if verb in kinds else None
            if form is None or form.is_valid():
                self.review_step(request, row, verb, form.cleaned_data if form else {})
                return HttpResponseRedirect(request.path)
            forms[verb] = form
        else:
            readlog.note_view(user=request.user, row=row)
        return self.page(request, "review.html", **review_context(row, request.user, forms))

    def review_step(self, request, row, verb: str, given: dict) -> None:
        """Do what a button asked for, and say what came of it."""
        usual = {"registration_id": row.pk, "by": request.user, "now": timezone.now()}
        objection = row.objections.filter(status=ObjectionStatus.OPEN).first()
        verbs = {
            "assign": lambda: reviewing.assign(registration_id=row.pk, to=request.user),
            "ask": lambda: reviewing.ask_back(**usual, **given),
            "approve": lambda: reviewing.approve(**usual, **given),
            "refuse": lambda: reviewing.refuse(**usual, **given),
            "affiliate": lambda: affiliations.ask(
                member=row.organisation, now=usual["now"], **given
            ),
            "merge": lambda: reviewing.merge(**usual, into_id=given["into"].pk, hand_over=False),
            "hand-over": lambda: reviewing.merge(**usual, into_id=given["into"].pk, hand_over=True),
        }
        if objection is not None:
            verbs["objection"] = lambda: reviewing.decide_objection(
                objection_id=objection.pk,
                is_justified="justified" in request.POST,
                by=request.user,
                now=usual["now"],
                **given,
            )
        if verb not in verbs:
            return
        try:
            verbs[verb]()
        except (IllegalTransition, reviewing.ReviewRefused, claiming.CannotHandOver) as refused:
            messages.warning(request, refused.message)
        except register.CannotMerge:
            messages.error(request, _("These two entries cannot be merged."))
        except affiliations.CannotAffiliate as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, DONE[verb])

    def claim_view(self, request, pk):
        """Somebody wants to take over an entry, and the office does not know the address."""
        self.check_reviewer(request)
        claim = get_object_or_404(
            EntryClaim.objects.select_related("organisation__district", "granted_by"), pk=pk
        )
        form = ClaimRefusalForm()
        if request.method == "POST":
            form = ClaimRefusalForm(request.POST)
            if form.is_valid():
                self.claim_step(request, claim, form.cleaned_data["words"])
                return HttpResponseRedirect(request.path)
        else:
            readlog.note_view(user=request.user, row=claim)
        now = timezone.now()
        return self.page(
            request,
            "claim.html",
            title=_("Claim to an entry"),
            claim=claim,
            organisation=claim.organisation,
            is_open=claim.status == EntryClaimStatus.ASKED,
            people=claim.organisation.people().select_related("function", "user"),
            holders=claiming.holders(claim.organisation, now),
            form=form,
            mails=mails_about("organisations.claim", claim.pk),
        )

    def claim_step(self, request, claim, words: str) -> None:
        usual = {"claim_id": claim.pk, "by": request.user, "now": timezone.now()}
        try:
            if request.POST.get("do") == "grant":
                claiming.grant(**usual)
                messages.success(request, _("The link is on its way."))
            elif request.POST.get("do") == "refuse":
                claiming.refuse(**usual, words=words)
                messages.success(request, _("Refused. The person learns it by e-mail."))
        except IllegalTransition as refused:
            messages.warning(request, refused.message)

    def hand_over_view(self, request, pk):
        """The office asks one of the entered people, or somebody new, to take the entry over."""
        row = self.organisation(request, pk)
        form = HandOverForm()
        if request.method == "POST" and "email" in request.POST:
            form = HandOverForm(request.POST)
            if form.is_valid():
                self.hand_over_to(request, row, form.cleaned_data)
                return HttpResponseRedirect(request.path)
        elif request.method == "POST":
            person = row.people().filter(pk=_number(request.POST.get("person"))).first()
            try:
                if person is not None:
                    claiming.invite(
                        representative_id=person.pk, by=request.user, now=timezone.now()
                    )
                    messages.success(request, _("The link is on its way."))
            except claiming.CannotHandOver as refused:
                messages.warning(request, refused.message)
            return HttpResponseRedirect(request.path)
        open_claims = {
            claim.representative_id: claim
            for claim in row.claims.filter(status=EntryClaimStatus.SENT)
        }
        return self.page(
            request,
            "hand_over.html",
            title=_("Hand the entry over"),
            organisation=row,
            form=form,
            people=[
                (person, open_claims.get(person.pk))
                for person in row.people().select_related("function", "user")
            ],
            is_active=row.status == OrganisationStatus.ACTIVE and not row.merged_into_id,
            new_people=row.claims.filter(status=EntryClaimStatus.SENT, representative=None),
        )

    def hand_over_to(self, request, row: Organisation, given: dict) -> None:
        """Somebody who is not entered yet; the entry gets the person once the link is pressed."""
        try:
            claiming.grant_to(organisation=row, by=request.user, now=timezone.now(), **given)
        except claiming.CannotHandOver as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, _("The link is on its way."))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def mails_about(kinds: str, pk: int) -> list[tuple[str, Message]]:
    rows = Message.objects.filter(kind__startswith=kinds, about_id=pk).order_by("-created_at")
    return [(title_of(row.kind), row) for row in rows[:20]]


def review_context(row: Registration, user, forms: dict) -> dict:
    organisation = row.organisation
    is_open = row.status == RegistrationStatus.RECEIVED
    objection = row.objections.order_by("pk").last()
    neighbours = (
        Organisation.objects.active()
        .associations()
        .filter(district=organisation.district_id)
        .exclude(pk=organisation.pk)
    )
    return {
        "title": organisation.name,
        "registration": row,
        "organisation": organisation,
        "is_open": is_open,
        "is_asked": organisation.status == OrganisationStatus.QUERY,
        "days": (timezone.localdate() - timezone.localdate(row.waiting_since)).days
        if row.waiting_since
        else 0,
        "typed": typed_facts(row),
        "preview": preview_of(row.answers, row.email),
        "signs": [SIGNS[sign] for sign in row.spam_signs if sign in SIGNS],
        "twins": twins_of(organisation) if is_open else [],
        "neighbours": list(neighbours[:NEIGHBOURS]),
        "neighbour_count": neighbours.count(),
        "thread": row.messages.select_related("written_by"),
        "forms": forms,
        "objection": objection,
        "may_decide_objection": objection is not None
        and objection.status == ObjectionStatus.OPEN
        and objection.against_id != user.pk,
        "mails": mails_about("organisations.registration", row.pk),
        "history": history_of(row),
        "may_affiliate": row.outcome == Outcome.APPROVED
        and bool(row.answers.get("umbrella"))
        and not organisation.affiliations.exists(),
    }


def typed_facts(row: Registration) -> list[tuple[str, str]]:
    """Everything that was typed, with who would see it."""
    answers, preview = row.answers, preview_of(row.answers, row.email)

    def seen(name: str, value: str) -> str:
        if not value:
            return ""
        label = dict(Visibility.choices)[answers.get(f"{name}_visibility") or Visibility.OFFICE]
        return f"{value} ({label})"

    town = " ".join(filter(None, [answers.get("postcode"), answers.get("city")]))
    legal_form = answers.get("legal_form", "")
    return [
        (_("Person"), row.name),
        (_("E-mail"), seen("email", row.email)),
        (_("Telephone"), seen("phone", answers.get("phone", ""))),
        (_("Website"), seen("website", answers.get("website", ""))),
        (_("Address"), seen("address", ", ".join(filter(None, [answers.get("street"), town])))),
        (_("District"), preview.district),
        (_("What it does"), preview.description),
        *preview.facts[1:],
        (_("Legal form"), LegalForm(legal_form).label if legal_form else ""),
        (_("Umbrella"), answers.get("umbrella", "")),
        (_("Language of letters"), row.get_language_display()),
    ]


def twins_of(organisation: Organisation) -> list[dict]:
    """Likely duplicates side by side with what speaks for them."""
    found = likely_twins(organisation)
    rows = (
        Organisation.objects.select_related("district")
        .annotate(
            holders=Count(
                "representatives",
                filter=Q(representatives__may_edit=True, representatives__user__isnull=False),
            )
        )
        .in_bulk([int(candidate.value[4:]) for candidate in found])
    )
    return [
        {
            "row": rows[int(candidate.value[4:])],
            "percent": min(100, round(candidate.score * 100)),
            "is_sure": candidate.is_sure,
        }
        for candidate in found
        if int(candidate.value[4:]) in rows
    ]


def history_of(row: Registration) -> list[tuple[Change, str]]:
    """What happened to the registration and to the entry, and by whom, latest first."""
    changes = [*changes_of(row), *changes_of(row.organisation)]
    changes = sorted(changes, key=lambda change: change.at, reverse=True)[:30]
    names = get_user_model().objects.in_bulk({c.user_id for c in changes if c.user_id})
    return [(change, str(names.get(change.user_id, ""))) for change in changes]
