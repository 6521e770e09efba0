"""An association registers itself: a draft, a link by mail, then the office has it."""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.timezone import localdate

from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.services import prepare_account
from kme_portal.base.history import erase_history
from kme_portal.base.slugs import make_slug
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.links import make_token
from kme_portal.mailings.services import enqueue
from organisations.models import (
    Objection,
    Organisation,
    OrganisationStatus,
    Registration,
    RegistrationStatus,
    Representative,
    Term,
    TermKind,
)
from organisations.services import claiming
from organisations.twins import name_key

WORK_LINK, MAIL_LINK = "registration-work", "registration-mail"
"""The browser's own way through the steps, and the one that only the mailbox's owner has."""
DRAFT_MAIL_AFTER = timedelta(minutes=10)
"""Who gets through in one go needs no link to a draft."""
ONE_MAIL_SECONDS = 600
TOO_FAST = timedelta(seconds=4)
LINK_IN_TEXT = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
# Answers that are columns of the organisation under the same name.
COLUMNS = (
    "name",
    "postcode",
    "legal_form",
    "register_entry",
    "street",
    "city",
    "phone",
    "website",
    "description",
    "address_visibility",
    "email_visibility",
    "phone_visibility",
    "website_visibility",
)
VOCABULARIES = {
    "fields": TermKind.FIELD,
    "target_groups": TermKind.TARGET_GROUP,
    "languages": TermKind.LANGUAGE,
    "self_designations": TermKind.SELF_DESIGNATION,
}
CONSENT = "registration"


def work_token(registration: Registration) -> str:
    return make_token(WORK_LINK, registration.public_id, registration.link_version)


def mail_token(registration: Registration) -> str:
    return make_token(MAIL_LINK, registration.public_id, registration.link_version)


@transaction.atomic
def start_draft(
    *,
    form_id: str,
    email: str,
    name: str,
    language: str,
    answers: dict[str, Any],
    signs: Collection[str] = (),
    now: datetime,
    may_mail: bool = True,
) -> Registration:
    """Keep the first step; the same form sent twice is one draft, with the newest words.

    After ten minutes a link to it leaves by mail, unless everything was sent by then.
    """
    draft, is_new = Registration.objects.get_or_create(
        form_id=form_id,
        defaults={
            "email": normalised(email),
            "name": name,
            "language": language,
            "answers": answers,
            "name_key": name_key(answers["name"]),
            "spam_signs": list(signs),
        },
    )
    if is_new:
        if may_mail:
            _mail_link(draft, "organisations.registration_draft", 0, now + DRAFT_MAIL_AFTER)
    elif draft.status == RegistrationStatus.DRAFT and draft.confirmed_at is None:
        save_step(registration_id=draft.pk, answers=answers, name=name)
        draft = change_address(registration_id=draft.pk, email=email, now=now, may_mail=may_mail)
    return draft


@transaction.atomic
def change_address(
    *, registration_id: int, email: str, now: datetime, may_mail: bool = True
) -> Registration:
    """A slip in the address, noticed before it was proven: links sent to the old one end.

    Raises IllegalTransition once the address is proven.
    """
    draft = _locked_draft(registration_id)
    if draft.email == normalised(email):
        return draft
    if draft.confirmed_at is not None:
        raise IllegalTransition(draft, RegistrationStatus.DRAFT)
    draft.email = normalised(email)
    draft.link_version += 1
    draft.save(update_fields=["email", "link_version", "updated_at"])
    if may_mail:
        _mail_link(
            draft,
            "organisations.registration_draft",
            draft.link_version,
            now + DRAFT_MAIL_AFTER,
        )
    return draft


@transaction.atomic
def save_step(
    *, registration_id: int, answers: dict[str, Any], name: str | None = None
) -> Registration:
    """Keep what one step says; what other steps say stays. Raises IllegalTransition."""
    draft = _locked_draft(registration_id)
    draft.answers |= answers
    draft.name_key = name_key(draft.answers["name"])
    if name is not None:
        draft.name = name
    signs = [sign for sign in draft.spam_signs if sign != "link"]
    typed = f"{draft.answers['name']} {draft.answers.get('description', '')}"
    draft.spam_signs = [*signs, "link"] if LINK_IN_TEXT.search(typed) else signs
    draft.save(update_fields=["answers", "name", "name_key", "spam_signs", "updated_at"])
    return draft


@transaction.atomic
def mail_draft(*, registration_id: int, now: datetime) -> None:
    """Somebody stops here and wants the link at once."""
    draft = _locked_draft(registration_id)
    _mail_link(draft, "organisations.registration_draft", _this_while(now), now)


@transaction.atomic
def send_off(*, registration_id: int, now: datetime, may_mail: bool = True) -> Registration:
    """All steps are done and the consents ticked: received if the address is proven already.

    Otherwise a mail asks to confirm. What this address has registered or represents already
    is told by that mail alone. Raises IllegalTransition.
    """
    draft = _locked_draft(registration_id)
    draft.sent_at = draft.sent_at or now
    draft.save(update_fields=["sent_at", "updated_at"])
    if draft.confirmed_at:
        return _receive(draft, now)
    if not may_mail:
        return draft
    twin = _twin_of(draft)
    if twin is not None:
        _mail_link(twin, "organisations.registration_existing", _this_while(now), now)
    elif person := _known_person(draft):
        claiming.offer_known(representative=person, language=draft.language, now=now)
    else:
        _mail_link(draft, "organisations.registration_confirm", _this_while(now), now)
    return draft


@transaction.atomic
def confirm_address(*, registration_id: int, now: datetime) -> Registration:
    """The link's button was pressed. What is complete is received; a second one is the first.

    Returns the registration that counts. Raises IllegalTransition.
    """
    draft = _locked_draft(registration_id)
    if draft.confirmed_at is None:
        draft.confirmed_at = now
        draft.save(update_fields=["confirmed_at", "updated_at"])
    return _receive(draft, now) if draft.sent_at else draft


def _receive(draft: Registration, now: datetime) -> Registration:
    """Make the organisation and its first person, and hand it to the office."""
    try:
        organisation = _enter(draft, now)
    except IntegrityError:
        if twin := _twin_of(draft):
            # Two tabs, or the same once more: the first one counts.
            draft.delete()
            return twin
        # Another of the same name took the address of the page at this moment.
        organisation = _enter(draft, now)
    reference = f"organisations.Organisation:{organisation.pk}"
    purposes = [CONSENT, "listing"] if organisation.is_listed else [CONSENT]
    for purpose in purposes:
        give_consent(
            email=draft.email,
            purpose=purpose,
            language=draft.language,
            reference=reference,
            now=draft.sent_at,
        )
    _mail_link(draft, "organisations.registration_received", 0, now)
    return draft


@transaction.atomic
def _enter(draft: Registration, now: datetime) -> Organisation:
    # A first attempt that the database undid has left its mark on the row in memory.
    draft.status = RegistrationStatus.DRAFT
    draft.organisation = organisation = _make_organisation(draft, now)
    draft.move_to(RegistrationStatus.RECEIVED)
    draft.received_at = draft.waiting_since = now
    draft.save()
    return organisation


def _make_organisation(draft: Registration, now: datetime) -> Organisation:
    answers = draft.answers
    columns = {name: answers[name] for name in COLUMNS if answers.get(name)}
    organisation = Organisation(
        **columns,
        slug=make_slug(answers["name"], taken=Organisation.objects.all(), fallback="verein"),
        district_id=answers["district"],
        email=draft.email,
        description_language=answers.get("description_language") or draft.language,
        is_listed=answers.get("is_listed", False),
        last_confirmed_on=localdate(now),
        source="Selbstregistrierung",
        is_demo=draft.is_demo,
    )
    organisation.move_to(OrganisationStatus.EMAIL_CONFIRMED)
    organisation.move_to(OrganisationStatus.IN_REVIEW)
    organisation.save()
    for name, kind in VOCABULARIES.items():
        chosen = Term.objects.current().filter(kind=kind, slug__in=answers.get(name, []))
        getattr(organisation, name).set(chosen)
    Representative.objects.create(
        organisation=organisation,
        name=draft.name,
        email=draft.email,
        language=draft.language,
        from_on=localdate(now),
        may_edit=True,
        source="Selbstregistrierung",
        # The form bore the notice of Article 13.
        informed_at=now,
        is_demo=draft.is_demo,
    )
    return organisation


@transaction.atomic
def open_account(*, registration_id: int, now: datetime) -> str:
    """Link the registered person to an account; the token to set a first password.

    "" for somebody who has one and only needs to sign in. The link of the mail is the proof.
    Raises Representative.DoesNotExist where the person no longer acts for it.
    """
    registration = Registration.objects.select_related("organisation").get(pk=registration_id)
    person = (
        registration.organisation.people(localdate(now))
        .select_for_update(of=("self",))
        .get(email__iexact=registration.email, may_edit=True)
    )
    user, token = prepare_account(
        email=registration.email, name=person.name, language=registration.language, now=now
    )
    person.user = user
    person.save(update_fields=["user", "updated_at"])
    return token


@transaction.atomic
def withdraw(*, registration_id: int, reason: str = "withdrawn") -> None:
    """Delete a registration that was not approved, with everything that was typed.

    Raises IllegalTransition for an association of the network: that one is archived instead.
    """
    registration = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    organisation = registration.organisation
    if organisation is not None and (
        organisation.status in {OrganisationStatus.ACTIVE, OrganisationStatus.DORMANT}
        or organisation.merged_into_id
    ):
        raise IllegalTransition(organisation, OrganisationStatus.ARCHIVED)
    pk = registration.pk
    objections = list(registration.objections.values_list("pk", flat=True))
    registration.delete()
    erase_history(Registration, [pk], reason=reason)
    erase_history(Objection, objections, reason=reason)
    if organisation is None:
        return
    people = list(organisation.representatives.values_list("pk", flat=True))
    organisation_pk = organisation.pk
    try:
        with transaction.atomic():
            organisation.delete()
    except ProtectedError:
        # The office has noted something with it: what is left names nobody.
        organisation.representatives.all().delete()
        organisation.email = organisation.phone = ""
        if organisation.can_move_to(OrganisationStatus.ARCHIVED):
            organisation.move_to(OrganisationStatus.ARCHIVED)
        organisation.save()
    else:
        erase_history(Organisation, [organisation_pk], reason=reason)
    erase_history(Representative, people, reason=reason)


def _locked_draft(registration_id: int) -> Registration:
    draft = Registration.objects.select_for_update(of=("self",)).get(pk=registration_id)
    if draft.status != RegistrationStatus.DRAFT:
        raise IllegalTransition(draft, RegistrationStatus.DRAFT)
    return draft


def _twin_of(draft: Registration) -> Registration | None:
    """What this address has registered under this name before."""
    return (
        Registration.objects.received()
        .of(draft.email)
        .filter(name_key=draft.name_key)
        .exclude(pk=draft.pk)
        .first()
    )


def _known_person(draft: Registration) -> Representative | None:
    """Whom the office has entered with this address for an association of this name."""
    people = (
        Representative.objects.current(localdate())
        .filter(email__iexact=draft.email, organisation__status=OrganisationStatus.ACTIVE)
        .exclude(organisation__merged_into__isnull=False)
        .select_related("organisation")
    )
    return next((p for p in people if name_key(p.organisation.name) == draft.name_key), None)


def _mail_link(registration: Registration, kind: str, version: int, when: datetime):
    return enqueue(
        kind,
        about=registration,
        to=registration.email,
        language=registration.language,
        version=version,
        not_before=when,
    )


def _this_while(now: datetime) -> int:
    """A form sent twice brings one mail in this time, whatever was clicked."""
    return int(now.timestamp()) // ONE_MAIL_SECONDS
