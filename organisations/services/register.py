"""What the office does with an entry of the register: one function per verb."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from kme_portal.base.merging import carry_over
from kme_portal.base.models import IllegalTransition
from organisations.models import (
    Affiliation,
    Organisation,
    OrganisationStatus,
    Representative,
    RoleInvitationStatus,
)
from organisations.services import profile, roles

VOCABULARIES = ("self_designations", "languages", "fields", "target_groups")
# Columns that a merged entry hands over where the other one is empty.
HANDED_OVER = (
    "short_name",
    "level",
    "legal_form",
    "register_entry",
    "founded_in",
    "district",
    "street",
    "postcode",
    "city",
    "email",
    "phone",
    "website",
    "description",
    "logo_image",
    "size_band",
    "relation",
    "relation_from",
    "relation_to",
)


class CannotMerge(Exception):
    """Two entries that cannot become one: the same, one merged already, one above the other."""


@transaction.atomic
def activate(*, organisation_id: int, now: datetime) -> Organisation:
    """Take an entry into the network (or back into it); it counts as confirmed today."""
    organisation = _locked(organisation_id)
    organisation.move_to(OrganisationStatus.ACTIVE)
    organisation.last_confirmed_on = localdate(now)
    organisation.save(update_fields=["status", "last_confirmed_on", "updated_at"])
    return organisation


@transaction.atomic
def rest(*, organisation_id: int) -> Organisation:
    """Let an entry rest (ruhend): neither shown nor invited until it is active again."""
    return _move(organisation_id, OrganisationStatus.DORMANT)


@transaction.atomic
def archive(*, organisation_id: int) -> Organisation:
    """The association is no more, or has left the network."""
    return _move(organisation_id, OrganisationStatus.ARCHIVED)


@transaction.atomic
def confirm(*, organisation_id: int, now: datetime) -> Organisation:
    """Somebody checked today that the entry is true."""
    organisation = _locked(organisation_id)
    organisation.last_confirmed_on = localdate(now)
    organisation.save(update_fields=["last_confirmed_on", "updated_at"])
    return organisation


@transaction.atomic
def merge(*, organisation_id: int, into_id: int) -> Organisation:
    """Make two entries of one body one: people, notes and umbrellas go over, gaps are filled.

    The merged entry stays as an archived row, so that its old address leads to the other.
    What the apps hold about it goes over as each of them says (`kme_portal.base.merging`).
    Raises CannotMerge.
    """
    if organisation_id == into_id:
        raise CannotMerge
    rows = {
        row.pk: row
        for row in Organisation.objects.select_for_update()
        .filter(pk__in=[organisation_id, into_id])
        .order_by("pk")
    }
    source, target = rows[organisation_id], rows[into_id]
    if source.merged_into_id or target.merged_into_id:
        raise CannotMerge
    for name in HANDED_OVER:
        if not getattr(target, name) and getattr(source, name):
            setattr(target, name, getattr(source, name))
    names = [target.name, *filter(None, target.other_names.split("; "))]
    more = [n for n in (source.name, *source.other_names.split("; ")) if n and n not in names]
    target.other_names = "; ".join([*names[1:], *more])[:300]
    target.save()
    for name in VOCABULARIES:
        getattr(target, name).add(*getattr(source, name).all())
    carry_over(source, target)
    _hand_over_people(source, target)
    _close_what_waits(source)
    _hand_over_umbrellas(source, target)
    source.merged_into = target
    source.is_listed = False
    if source.status != OrganisationStatus.ARCHIVED:
        source.move_to(OrganisationStatus.ARCHIVED)
    source.save()
    Organisation.objects.filter(merged_into=source).update(merged_into=target)
    return target


def _hand_over_people(source: Organisation, target: Organisation) -> None:
    """Somebody who is at the other entry already keeps what is known of both."""
    known = {row.email.lower(): row for row in target.representatives.filter(to_on=None)}
    for row in Representative.objects.select_for_update().filter(organisation=source):
        twin = known.get(row.email.lower()) if row.email and row.to_on is None else None
        if twin is None:
            row.organisation = target
            row.save(update_fields=["organisation", "updated_at"])
            continue
        twin.name = twin.name or row.name
        twin.phone = twin.phone or row.phone
        twin.function = twin.function or row.function
        twin.may_be_invited = twin.may_be_invited and row.may_be_invited
        if row.user_id and not twin.user_id:
            # Whoever signs in for the one entry goes on doing so for the other.
            twin.user = row.user
            twin.may_edit = row.may_edit
        twin.informed_at = twin.informed_at or row.informed_at
        twin.save()
        row.delete()


def _close_what_waits(source: Organisation) -> None:
    """What was asked of or by the entry that goes is asked again for the other, if at all."""
    for change in source.changes.waiting():
        profile.withdraw_change(change_id=change.pk)
    for invitation in source.role_invitations.filter(status=RoleInvitationStatus.OPEN):
        roles.withdraw(invitation_id=invitation.pk, now=timezone.now())


def _hand_over_umbrellas(source: Organisation, target: Organisation) -> None:
    today = localdate()
    for link in Affiliation.objects.filter(member=source):
        _keep_or_drop(link, "member", target, today)
    for link in Affiliation.objects.filter(umbrella=source):
        _keep_or_drop(link, "umbrella", target, today)


def _keep_or_drop(link: Affiliation, side: str, target: Organisation, today) -> None:
    setattr(link, side, target)
    twins = Affiliation.objects.exclude(pk=link.pk).filter(
        member=link.member_id, umbrella=link.umbrella_id, kind=link.kind, to_on=None
    )
    is_circle = link.member_id == link.umbrella_id or (
        link.to_on is None
        and link.umbrella_id in Affiliation.objects.below([link.member_id], today)
    )
    if is_circle or (link.to_on is None and twins.exists()):
        link.delete()
    else:
        link.save()


def _move(organisation_id: int, status: str) -> Organisation:
    organisation = _locked(organisation_id)
    organisation.move_to(status)
    organisation.save(update_fields=["status", "updated_at"])
    return organisation


def _locked(organisation_id: int) -> Organisation:
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation_id)
    if organisation.merged_into_id:
        raise IllegalTransition(organisation, organisation.status)
    return organisation
