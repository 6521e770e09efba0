"""Letters to an association that registers itself."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings import quiet
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.letters import Letter, Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Lane, Message
from organisations.models import (
    Objection,
    ObjectionStatus,
    OrganisationStatus,
    Outcome,
    Registration,
    RegistrationStatus,
    Side,
)
from organisations.models.registering import DRAFT_KEPT, UNCONFIRMED_KEPT
from organisations.services.registering import mail_token
from organisations.services.reviewing import reviewers

UNCONFIRMED_REMINDER = timedelta(hours=24)
DRAFT_REMINDER = timedelta(days=23)
FIRST_REMINDER, SECOND_REMINDER = timedelta(days=7), timedelta(days=21)


def page_url(registration: Registration) -> str:
    path = reverse("organisations:registration", args=[mail_token(registration)])
    return settings.PORTAL_URL + path


class RegistrationLetter(Letter):
    """What all share: the link to the registration's own page."""

    model = Registration

    def rows(self) -> QuerySet[Registration]:
        return Registration.objects.select_related("organisation", "refusal_reason")

    def context(self, registration: Registration, message: Message) -> dict:
        return {"registration": registration, "page_url": page_url(registration)}

    def is_current(self, registration: Registration, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if self.holds(registration, message) else Verdict.NO

    def holds(self, registration: Registration, message: Message) -> bool:
        raise NotImplementedError


class ToUnproven(RegistrationLetter):
    """To an address somebody typed: nothing typed stands in it, since it may be a stranger's."""

    def context(self, registration: Registration, message: Message) -> dict:
        return super().context(registration, message) | {
            "ends_at": registration.ends_at,
            "is_confirmed": registration.confirmed_at is not None,
        }

    def stale_after(self, registration: Registration) -> datetime:
        return registration.ends_at

    def is_current(self, registration: Registration, message: Message, now: datetime) -> Verdict:
        # The address may have been corrected since.
        if normalised(message.email) != registration.email:
            return Verdict.NO
        return super().is_current(registration, message, now)


@letter("organisations.registration_draft")
class DraftLink(ToUnproven):
    """The way back to a draft, ten minutes after the first step or when asked for."""

    title = _("Your draft is saved")
    template = "organisations/mail/registration_draft.html"

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.status == RegistrationStatus.DRAFT and not registration.sent_at


@letter("organisations.registration_confirm")
class ConfirmRegistration(ToUnproven):
    title = _("Please confirm your e-mail address")
    template = "organisations/mail/registration_confirm.html"
    lane = Lane.URGENT

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.status == RegistrationStatus.DRAFT and not registration.confirmed_at


@letter("organisations.registration_existing")
class ExistingRegistration(RegistrationLetter):
    """In place of a second registration: the page answers both alike, the mail tells."""

    title = _("You have registered already")
    template = "organisations/mail/registration_existing.html"
    lane = Lane.URGENT

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.status == RegistrationStatus.RECEIVED


@letter("organisations.registration_reminder")
class DraftReminder(Occasion, ToUnproven):
    """Once before an unfinished draft is deleted."""

    title = _("Your draft will be deleted soon")
    template = "organisations/mail/registration_reminder.html"

    def things(self, now: datetime) -> QuerySet[Registration]:
        return (
            Registration.objects.drafts()
            .filter(
                Q(
                    confirmed_at=None,
                    created_at__lt=now - UNCONFIRMED_REMINDER,
                    created_at__gt=now - UNCONFIRMED_KEPT,
                )
                | Q(confirmed_at__lt=now - DRAFT_REMINDER, confirmed_at__gt=now - DRAFT_KEPT)
            )
            .exclude(is_demo=True)
            .without_message(self.kind)
        )

    def recipients(self, thing: Registration):
        yield Recipient(thing.email, thing.language)

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.status == RegistrationStatus.DRAFT


@letter("organisations.registration_received")
class Received(RegistrationLetter):
    title = _("We have received your registration")
    template = "organisations/mail/registration_received.html"

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.status == RegistrationStatus.RECEIVED


def latest_question(registration: Registration) -> str:
    message = registration.messages.filter(side=Side.OFFICE).last()
    return message.text if message else ""


@letter("organisations.registration_question")
class Question(RegistrationLetter):
    """The office asks back; void as soon as it was answered."""

    title = _("Question about your registration")
    template = "organisations/mail/registration_question.html"

    def context(self, registration: Registration, message: Message) -> dict:
        return super().context(registration, message) | {"question": latest_question(registration)}

    def holds(self, registration: Registration, message: Message) -> bool:
        return (
            registration.status == RegistrationStatus.RECEIVED
            and registration.organisation.status == OrganisationStatus.QUERY
            and registration.questions_asked == message.version
        )


class QuestionReminder(Occasion, Question):
    """Nothing happened since the question; `after` is how long to wait."""

    title = _("Reminder: question about your registration")
    template = "organisations/mail/registration_question_reminder.html"
    after: timedelta

    def things(self, now: datetime) -> QuerySet[Registration]:
        return (
            Registration.objects.waiting_for_association()
            .filter(waiting_since__lt=now - self.after)
            .exclude(is_demo=True)
            .without_message(self.kind, version=F("questions_asked"))
        )

    def recipients(self, thing: Registration):
        yield Recipient(thing.email, thing.language)

    def version(self, thing: Registration) -> int:
        return thing.questions_asked

    def not_before(self, thing: Registration, now: datetime) -> datetime:
        return quiet.next_allowed(now)


@letter("organisations.registration_question_reminder")
class FirstQuestionReminder(QuestionReminder):
    after = FIRST_REMINDER


@letter("organisations.registration_question_last")
class SecondQuestionReminder(QuestionReminder):
    title = _("Last reminder: question about your registration")
    after = SECOND_REMINDER


class Decided(RegistrationLetter):
    outcome: Outcome

    def holds(self, registration: Registration, message: Message) -> bool:
        return registration.outcome == self.outcome


@letter("organisations.registration_approved")
class Approved(Decided):
    title = _("Your association is taken in")
    template = "organisations/mail/registration_approved.html"
    outcome = Outcome.APPROVED

    def context(self, registration: Registration, message: Message) -> dict:
        organisation = registration.organisation
        return super().context(registration, message) | {
            "organisation": organisation,
            "profile_url": settings.PORTAL_URL + organisation.get_absolute_url()
            if organisation.is_listed
            else "",
        }


@letter("organisations.registration_refused")
class Refused(Decided):
    title = _("Decision about your registration")
    template = "organisations/mail/registration_refused.html"
    outcome = Outcome.REFUSED


@letter("organisations.registration_merged")
class Merged(Decided):
    title = _("Your association stands in the register already")
    template = "organisations/mail/registration_merged.html"
    outcome = Outcome.MERGED

    def context(self, registration: Registration, message: Message) -> dict:
        return super().context(registration, message) | {"organisation": registration.organisation}


class ObjectionLetter(Letter):
    model = Objection

    def rows(self) -> QuerySet[Objection]:
        return Objection.objects.select_related("registration__organisation")


@letter("organisations.objection_office")
class ObjectionToOffice(ObjectionLetter):
    """To the coordinator who decides about an objection."""

    title = _("An objection is to be decided")
    template = "organisations/mail/objection_office.html"

    def context(self, objection: Objection, message: Message) -> dict:
        path = reverse("admin:organisations_organisation_review", args=[objection.registration_id])
        return {"objection": objection, "review_url": settings.PORTAL_URL + path}

    def is_current(self, objection: Objection, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if objection.status == ObjectionStatus.OPEN else Verdict.NO


@letter("organisations.objection_decided")
class ObjectionDecided(ObjectionLetter):
    title = _("Decision about your objection")
    template = "organisations/mail/objection_decided.html"

    def context(self, objection: Objection, message: Message) -> dict:
        return {
            "objection": objection,
            "is_granted": objection.status == ObjectionStatus.GRANTED,
            "page_url": page_url(objection.registration),
        }

    def is_current(self, objection: Objection, message: Message, now: datetime) -> Verdict:
        return Verdict.NO if objection.status == ObjectionStatus.OPEN else Verdict.YES


WORKING_DAYS_TO_REVIEW = 5


@letter("organisations.review_waiting")
class ReviewWaiting(Occasion, RegistrationLetter):
    """To the office: a registration waits for five working days."""

    title = _("A registration waits for its review")
    template = "organisations/mail/review_waiting.html"

    def things(self, now: datetime) -> QuerySet[Registration]:
        return (
            Registration.objects.waiting_for_office()
            .filter(waiting_since__lt=quiet.working_days_before(now, WORKING_DAYS_TO_REVIEW))
            .exclude(is_demo=True)
            .without_message(self.kind, version=F("questions_asked"))
            .select_related("reviewer")
        )

    def recipients(self, thing: Registration):
        people = [thing.reviewer] if thing.reviewer and thing.reviewer.is_active else reviewers()
        for person in people:
            yield Recipient(person.email, person.language, id=person.pk)

    def version(self, thing: Registration) -> int:
        return thing.questions_asked

    def context(self, registration: Registration, message: Message) -> dict:
        path = reverse("admin:organisations_organisation_review", args=[registration.pk])
        return {"registration": registration, "review_url": settings.PORTAL_URL + path}

    def holds(self, registration: Registration, message: Message) -> bool:
        return (
            registration.status == RegistrationStatus.RECEIVED
            and registration.organisation.status == OrganisationStatus.IN_REVIEW
        )
