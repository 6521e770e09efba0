"""Who acts for an association: inviting, accepting, handing over, ending."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from kme_portal.base.models import IllegalTransition
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.services import enqueue
from organisations.models import (
    Organisation,
    Representative,
    RoleInvitation,
    RoleInvitationStatus,
    Term,
)
from organisations.models.roles import HOLDS
from organisations.services.profile import tell


class AlreadyThere(Exception):
    """Somebody with this address acts for the association, or is invited to, already."""


@transaction.atomic
def invite(
    *,
    organisation_id: int,
    email: str,
    language: str,
    function: Term | None,
    may_edit: bool,
    invited_by,
    now: datetime,
    replaces: Representative | None = None,
) -> RoleInvitation:
    """Ask somebody by a mailed link to take a role; nothing of theirs is kept but the address.

    Raises AlreadyThere.
    """
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation_id)
    invitations = RoleInvitation.objects.filter(
        organisation=organisation, email__iexact=email, status=RoleInvitationStatus.OPEN
    )
    for known in invitations.select_for_update(of=("self",)):
        if known.is_open(now):
            raise AlreadyThere
        _answer(known, RoleInvitationStatus.WITHDRAWN, now)
    people = organisation.people(localdate(now)).filter(email__iexact=email)
    if people.exclude(user=None).exists():
        raise AlreadyThere
    invitation = RoleInvitation.objects.create(
        organisation=organisation,
        email=normalised(email),
        language=language,
        function=function,
        may_edit=may_edit,
        replaces=replaces,
        invited_by=invited_by,
        expires_at=now + HOLDS,
    )
    enqueue(
        "organisations.role_invitation",
        about=invitation,
        to=invitation.email,
        language=invitation.language,
    )
    return invitation


@transaction.atomic
def accept(*, invitation_id: int, user, name: str, now: datetime) -> Representative:
    """Take the role with this account; where it was handed over, the one before ends.

    Raises IllegalTransition when the invitation was answered, withdrawn or has expired.
    """
    invitation = _open_invitation(invitation_id, RoleInvitationStatus.ACCEPTED, now)
    organisation = invitation.organisation
    today = localdate(now)
    people = organisation.people(today).select_for_update(of=("self",))
    person = (
        people.filter(user=user).first()
        or people.filter(user=None, email__iexact=invitation.email).first()
        or Representative(
            organisation=organisation,
            email=_free_address(organisation, invitation.email),
            from_on=today,
            source="Einladung durch den Verein",
        )
    )
    is_new_editor = invitation.may_edit and not (person.pk and person.user_id and person.may_edit)
    person.user = user
    person.name = name or person.name
    person.language = user.language
    person.function = invitation.function or person.function
    person.may_edit = person.may_edit or invitation.may_edit
    # The page with the button told what happens to the data.
    person.informed_at = person.informed_at or now
    person.save()
    _answer(invitation, RoleInvitationStatus.ACCEPTED, now)
    before = invitation.replaces
    if before is not None and before.pk != person.pk and before.organisation_id == organisation.pk:
        _end(before, now)
        if before.email or before.user_id:
            version = before.to_on.toordinal()
            tell(before, "organisations.role_handed_over", about=before, version=version)
    if is_new_editor:
        tell_other_editors(person, now)
    return person


def tell_other_editors(person: Representative, now: datetime) -> None:
    """Whoever may edit already learns that somebody else may, too."""
    assert person.organisation is not None
    others = person.organisation.people(localdate(now)).filter(may_edit=True, user__is_active=True)
    for other in others.exclude(user=person.user).select_related("user"):
        tell(other, "organisations.editor_added", about=person)


@transaction.atomic
def decline(*, invitation_id: int, now: datetime) -> RoleInvitation:
    """The invited does not want to. Raises IllegalTransition."""
    invitation = _open_invitation(invitation_id, RoleInvitationStatus.DECLINED, now)
    return _answer(invitation, RoleInvitationStatus.DECLINED, now)


@transaction.atomic
def withdraw(*, invitation_id: int, now: datetime) -> RoleInvitation:
    """The association takes the invitation back; its link ends. Raises IllegalTransition."""
    invitation = _open_invitation(invitation_id, RoleInvitationStatus.WITHDRAWN, None)
    return _answer(invitation, RoleInvitationStatus.WITHDRAWN, now)


@transaction.atomic
def end_role(*, representative_id: int, now: datetime, by_themselves: bool) -> Representative:
    """From now on this person no longer acts for the association; the row goes in a year.

    Whoever did not end it themselves is told by letter.
    """
    person = (
        Representative.objects.select_for_update(of=("self",))
        .select_related("user", "organisation")
        .get(pk=representative_id)
    )
    if person.to_on and person.to_on < localdate(now):
        return person
    _end(person, now)
    if not by_themselves and (person.email or person.user_id):
        tell(person, "organisations.role_ended", about=person, version=person.to_on.toordinal())
    return person


def _end(person: Representative, now: datetime) -> None:
    """Roles last until the end of their last day, so the last day is yesterday."""
    yesterday = localdate(now) - timedelta(days=1)
    person.to_on = yesterday
    if person.from_on and person.from_on > yesterday:
        person.from_on = yesterday
    person.save(update_fields=["from_on", "to_on", "updated_at"])


def _free_address(organisation: Organisation, email: str) -> str:
    """One address gets one letter: a second person behind a club's mailbox gets none."""
    taken = organisation.representatives.filter(to_on=None, email__iexact=email).exists()
    return "" if taken else email


def _open_invitation(invitation_id: int, target: str, now: datetime | None) -> RoleInvitation:
    invitation = (
        RoleInvitation.objects.select_for_update(of=("self",))
        .select_related("organisation", "replaces", "function")
        .get(pk=invitation_id)
    )
    if now is not None and invitation.expires_at <= now:
        raise IllegalTransition(invitation, target)
    if not invitation.can_move_to(target):
        raise IllegalTransition(invitation, target)
    return invitation


def _answer(invitation: RoleInvitation, status: str, now: datetime) -> RoleInvitation:
    invitation.move_to(status)
    invitation.answered_at = now
    invitation.link_version += 1
    invitation.save()
    return invitation
