"""Registrations and claims: tasks of the office, personal data, keeping times."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.registries import withdrawal_effects
from kme_portal.base import navigation
from kme_portal.base.registries import (
    RECORDED,
    Panel,
    PersonalData,
    Responsibility,
    Retention,
    WaitingTask,
    panels,
    personal_data,
    responsibilities,
    retentions,
    waiting_tasks,
)
from organisations.forms.registering import AssociationForm, ShownForm, WorkForm
from organisations.models import (
    EntryClaim,
    Objection,
    ObjectionStatus,
    Organisation,
    Registration,
    RegistrationStatus,
)
from organisations.services.joining_data import (
    end_contact,
    end_listing,
    erase_claims,
    erase_person,
    erase_registrations,
    export_person,
)
from organisations.services.registering import mail_token
from organisations.views.my_association.desk import PANELS, Due

REGISTER = navigation.Entry(_("Register your association"), "organisations:register")
navigation.footer.register("organisations:register", REGISTER)
navigation.newcomers.register("organisations:register", REGISTER)
navigation.newcomers.register(
    "organisations:list",
    navigation.Entry(_("Take over an entry in the directory"), "organisations:list"),
)


def question_to_answer(organisation: Organisation, request) -> dict | None:
    """On the association's desk: the office waits for an answer."""
    row = Registration.objects.waiting_for_association().filter(organisation=organisation).first()
    if row is None or not Organisation.objects.editable_by(request.user).filter(pk=organisation.pk):
        return None
    return {
        "due": [
            Due(
                title=_("The office has a question"),
                text=_("Please answer it. Then we carry on with the review."),
                url=reverse("organisations:registration", args=[mail_token(row)]),
                action=_("Answer the question"),
            )
        ]
    }


panels.register(
    "organisations.question",
    Panel(place=PANELS, template="", context=question_to_answer, order=10),
)

MAY_DECIDE = "organisations.change_registration"


def for_deciders(user, rows: QuerySet) -> QuerySet:
    return rows if user.has_perm(MAY_DECIDE) else rows.none()


waiting_tasks.register(
    "organisations.registrations",
    WaitingTask(
        title=_("Registrations of associations to be reviewed"),
        rows=lambda user: for_deciders(
            user,
            Registration.objects.waiting_for_office().select_related("organisation", "reviewer"),
        ),
        url=lambda row: reverse("admin:organisations_organisation_review", args=[row.pk]),
        since=lambda row: row.waiting_since,
        oldest="waiting_since",
        mine=lambda user: Q(reviewer=user),
        # Five working days are promised.
        patience=timedelta(days=7),
        who=lambda row: str(row.reviewer or ""),
    ),
)
waiting_tasks.register(
    "organisations.claims",
    WaitingTask(
        title=_("Claims to entries to be reviewed"),
        rows=lambda user: for_deciders(
            user, EntryClaim.objects.asked().select_related("organisation")
        ),
        url=lambda row: reverse("admin:organisations_organisation_claim", args=[row.pk]),
        since=lambda row: row.waiting_since,
        oldest="waiting_since",
        label=lambda row: row.organisation.name,
    ),
)
waiting_tasks.register(
    "organisations.objections",
    WaitingTask(
        title=_("Objections to be decided"),
        rows=lambda user: for_deciders(
            user,
            Objection.objects.filter(status=ObjectionStatus.OPEN)
            .exclude(against=user)
            .select_related("registration"),
        ),
        url=lambda row: reverse(
            "admin:organisations_organisation_review", args=[row.registration_id]
        ),
        since=lambda row: row.created_at,
        oldest="created_at",
        mine=lambda user: Q(assigned_to=user),
        label=lambda row: str(row.registration),
    ),
)

responsibilities.register(
    "organisations.registrations",
    Responsibility(
        title=_("Registrations of associations to be reviewed"),
        field="organisations.Registration.reviewer",
        open=lambda rows: rows.filter(status=RegistrationStatus.RECEIVED),
        url=lambda row: reverse("admin:organisations_organisation_review", args=[row.pk]),
    ),
)
responsibilities.register(
    "organisations.objections",
    Responsibility(
        title=_("Objections to be decided"),
        field="organisations.Objection.assigned_to",
        open=lambda rows: rows.filter(status=ObjectionStatus.OPEN).select_related("registration"),
        url=lambda row: reverse(
            "admin:organisations_organisation_review", args=[row.registration_id]
        ),
        label=lambda row: str(row.registration),
        # Nobody decides about their own decision: it goes back to whoever may.
        differs_from="against",
        gives_way="assigned_to",
    ),
)

BASIS = _("Article 6(1)(e) GDPR, § 3 DSG NRW; Article 9(2)(a) GDPR")
REGISTRATION = (
    _("Check who registers an association and answer them"),
    BASIS,
    _("48 hours unconfirmed, 30 days as a draft, one year after the decision"),
)
CLAIM = (
    _("Hand an entry over to whom it belongs"),
    BASIS,
    _("14 days, if decided one year after the decision"),
)


def my_registrations(email: str) -> Iterator[tuple[str, str]]:
    """Where this person sees, answers or withdraws alone."""
    for row in Registration.objects.of(email):
        label = _("See or withdraw the registration: %(name)s") % {"name": row}
        yield label, reverse("organisations:registration", args=[mail_token(row)])


# What somebody typed is told under the questions that they read.
QUESTIONS = {
    name: field.label
    for form in (AssociationForm, WorkForm, ShownForm)
    for name, field in form.base_fields.items()
    if field.label
}


withdrawal_effects.register("registration", end_contact)
withdrawal_effects.register("listing", end_listing)
personal_data.register(
    "organisations.joining",
    PersonalData(
        title=_("Registrations of associations and claims to entries"),
        export=export_person,
        erase=erase_person,
        correct=my_registrations,
        goes=_("Your registrations and claims; an association that was taken in stays."),
        labels=QUESTIONS
        | {
            "fields": QUESTIONS["fields_of_work"],
            "registration": _("Registration"),
            "begun_at": _("Begun"),
            "confirmed_at": _("Confirmed"),
            "received_at": _("Received"),
            "decision": _("Decision"),
            "decided_at": _("Decided"),
            "messages": _("Questions and answers"),
            "objections": _("Objections"),
            "side": _("Written by"),
            "written": _("Written"),
            "answer": _("Answer"),
            "claim_to": _("Entry that was asked for"),
            "words": _("What links you to the association?"),
        },
        fields={
            **{
                f"organisations.Registration.{name}": REGISTRATION
                for name in (
                    *("email", "name", "answers", "name_key", "refusal_words"),
                    *("public_id", "form_id", "spam_signs"),
                )
            },
            "organisations.ReviewMessage.text": REGISTRATION,
            "organisations.Objection.text": REGISTRATION,
            "organisations.Objection.words": REGISTRATION,
            **{
                f"organisations.EntryClaim.{name}": CLAIM
                for name in (
                    *("email", "name", "words", "refusal_words"),
                    *("public_id", "representative"),
                )
            },
            **{
                f"organisations.{name}": RECORDED
                for name in (
                    "EntryClaim.granted_by",
                    "Registration.reviewer",
                    "Registration.decided_by",
                    "ReviewMessage.written_by",
                    "Objection.against",
                    "Objection.assigned_to",
                    "Objection.decided_by",
                )
            },
        },
    ),
)


def registrations_past_keeping(now: datetime) -> QuerySet:
    return Registration.objects.past_keeping(now)


def claims_past_keeping(now: datetime) -> QuerySet:
    return EntryClaim.objects.past_keeping(now)


retentions.register(
    "organisations.registrations",
    Retention(
        title=_("Registrations of associations"),
        period=_("48 hours unconfirmed, 30 days as a draft, one year after the decision"),
        due=registrations_past_keeping,
        erase=erase_registrations,
    ),
)
retentions.register(
    "organisations.claims",
    Retention(
        title=_("Claims to entries"),
        period=_("14 days, if decided one year after the decision"),
        due=claims_past_keeping,
        erase=erase_claims,
    ),
)
