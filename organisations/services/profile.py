"""What an association does with its own profile: change, ask for a change, confirm.

Two people may edit at once. A form remembers the values it was opened with (`seen`); a field is
written only where it was touched, and touched by nobody else since.
"""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.timezone import localdate

from kme_portal.accounts.consents import give_consent, withdraw_consent
from kme_portal.accounts.models import Channel
from kme_portal.base.models import StoredFile
from kme_portal.base.uploads import Checked, store
from kme_portal.mailings.services import enqueue
from organisations.models import (
    ChangeStatus,
    Organisation,
    ProfileChange,
    Representative,
    SensitiveField,
)

Values = dict[str, Any]


class ChangedMeanwhile(Exception):
    """Somebody else changed the same fields; `now` holds what they say at present."""

    def __init__(self, now: Values) -> None:
        self.now = now
        super().__init__(", ".join(now))


class AlreadyAsked(Exception):
    """A change of this field is in review already."""


def values_of(organisation: Organisation, names) -> Values:
    """Fields as plain values that can be compared and signed; terms as their sorted keys."""
    return {name: plain_value(organisation, name) for name in names}


def plain_value(organisation: Organisation, name: str) -> Any:
    field = Organisation._meta.get_field(name)
    if field.many_to_many:
        return sorted(term.pk for term in getattr(organisation, name).all())
    return getattr(organisation, field.attname)


@transaction.atomic
def change_profile(*, organisation_id: int, seen: Values, typed: Values) -> set[str]:
    """Write what was touched and return the names of what others changed meanwhile.

    Raises ChangedMeanwhile, and writes nothing, where both touched the same field.
    """
    organisation = _locked(organisation_id)
    now = values_of(organisation, typed)
    touched = {name for name, value in typed.items() if value != seen[name]}
    clash = {name for name in touched if now[name] not in (seen[name], typed[name])}
    if clash:
        raise ChangedMeanwhile({name: now[name] for name in sorted(clash)})
    _write(organisation, {name: typed[name] for name in touched})
    return {name for name in typed if now[name] != seen[name]} - touched


@transaction.atomic
def change_listing(
    *, organisation_id: int, seen: Values, typed: Values, user, language: str, now: datetime
) -> set[str]:
    """Show the entry to the public or hide it, and note the consent or its end."""
    others = change_profile(organisation_id=organisation_id, seen=seen, typed=typed)
    reference = f"organisations.Organisation:{organisation_id}"
    if typed["is_listed"]:
        give_consent(
            email=user.email, purpose="listing", language=language, reference=reference, now=now
        )
    else:
        withdraw_consent(
            email=user.email, purpose="listing", reference=reference, how=Channel.FORM, now=now
        )
    return others


@transaction.atomic
def keep_logo(
    *, organisation_id: int, picture: Checked | None, alt: str, is_removed: bool = False
) -> None:
    """Another logo, other words for the same one, or none at all.

    The one before goes with the nightly erasure.
    """
    organisation = _locked(organisation_id)
    if is_removed:
        organisation.logo_image = None
    elif picture is not None:
        organisation.logo_image = store(picture, alt=alt)
    else:
        StoredFile.objects.filter(pk=organisation.logo_image_id).update(alt=alt)
        return
    organisation.save(update_fields=["logo_image", "updated_at"])


@transaction.atomic
def ask_for_change(
    *, organisation_id: int, field: str, value: Any, asked_by, now: datetime
) -> ProfileChange | None:
    """Ask the office to change what the association says it is; None where nothing changes.

    The old text stays public. Raises AlreadyAsked while a change of this field is in review.
    """
    organisation = _locked(organisation_id)
    field = SensitiveField(field)
    before = plain_value(organisation, field)
    if value == before:
        return None
    try:
        with transaction.atomic():
            change = ProfileChange.objects.create(
                organisation=organisation,
                field=field,
                old_value=before,
                new_value=value,
                asked_by=asked_by,
            )
    except IntegrityError as error:
        raise AlreadyAsked from error
    _tell_editors(change, "organisations.change_received", now)
    return change


@transaction.atomic
def withdraw_change(*, change_id: int) -> ProfileChange:
    """The association takes its wish back. Raises IllegalTransition once it was decided."""
    change = _locked_change(change_id)
    change.move_to(ChangeStatus.WITHDRAWN)
    change.save(update_fields=["status", "updated_at"])
    return change


@transaction.atomic
def approve_change(*, change_id: int, decided_by, now: datetime) -> ProfileChange:
    """The new text takes the place of the old one. Raises IllegalTransition."""
    change = _locked_change(change_id)
    change.move_to(ChangeStatus.APPROVED)
    _write(_locked(change.organisation_id), {change.field: change.new_value})
    return _decided(change, decided_by, now)


@transaction.atomic
def refuse_change(*, change_id: int, reason: str, decided_by, now: datetime) -> ProfileChange:
    """The old text stays; the association reads why. Raises IllegalTransition."""
    change = _locked_change(change_id)
    change.move_to(ChangeStatus.REFUSED)
    change.reason = reason
    return _decided(change, decided_by, now)


def editors_of(organisation: Organisation, now: datetime):
    """People with an account who may edit the profile today."""
    return (
        organisation.people(localdate(now))
        .filter(may_edit=True, user__is_active=True)
        .select_related("user")
    )


def _decided(change: ProfileChange, decided_by, now: datetime) -> ProfileChange:
    change.decided_by = decided_by
    change.decided_at = now
    change.save()
    _tell_editors(change, "organisations.change_decided", now)
    return change


def _tell_editors(change: ProfileChange, kind: str, now: datetime) -> None:
    for person in editors_of(change.organisation, now):
        tell(person, kind, about=change)


def tell(person: Representative, kind: str, *, about: Model, version: int = 0) -> None:
    """A letter to somebody in a role, at the address of the account where there is one."""
    enqueue(
        kind,
        about=about,
        to=person.user.email if person.user_id else person.email,
        language=person.user.language if person.user_id else person.language,
        recipient_id=person.pk,
        version=version,
    )


def _write(organisation: Organisation, values: Values) -> None:
    columns = []
    for name, value in values.items():
        field = Organisation._meta.get_field(name)
        if field.many_to_many:
            getattr(organisation, name).set(value)
        else:
            setattr(organisation, field.attname, value)
            columns.append(name)
    # Terms lie in tables of their own; the moment of the change is noted for them too.
    organisation.save(update_fields=[*columns, "updated_at"])


def _locked(organisation_id: int) -> Organisation:
    return Organisation.objects.select_for_update(of=("self",)).get(pk=organisation_id)


def _locked_change(change_id: int) -> ProfileChange:
    return (
        ProfileChange.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=change_id)
    )
