"""Letters to people who act for an association: roles, changes, umbrellas."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings.letters import Letter, Verdict, letter
from kme_portal.mailings.models import Message
from organisations.models import (
    Affiliation,
    ChangeStatus,
    ProfileChange,
    Representative,
    RoleInvitation,
    RoleInvitationStatus,
)


def portal_address(name: str, *args) -> str:
    """Whole address of a page, in the language of the letter that is being rendered."""
    return f"{settings.PORTAL_URL}{reverse(f'my_association:{name}', args=args)}"


@letter("organisations.role_invitation")
class RoleInvitationLetter(Letter):
    """Asks somebody to act for an association. Nothing in it was typed by whoever invites."""

    title = _("Invitation to a role for an association")
    template = "organisations/mail/role_invitation.html"
    model = RoleInvitation

    def rows(self):
        return RoleInvitation.objects.select_related("organisation", "function")

    def stale_after(self, about):
        return about.expires_at

    def is_current(self, about: RoleInvitation, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if about.status == RoleInvitationStatus.OPEN else Verdict.NO

    def context(self, about: RoleInvitation, message: Message) -> dict:
        return {
            "organisation": about.organisation,
            "function": about.function,
            "may_edit": about.may_edit,
            "takes_over": about.replaces_id is not None,
            "link": portal_address("role_invitation", about.token()),
            "expires_at": about.expires_at,
        }


@letter("organisations.role_ended")
class RoleEndedLetter(Letter):
    """Tells somebody that another person of the association ended their role."""

    title = _("Notice that a role has ended")
    template = "organisations/mail/role_ended.html"
    model = Representative

    def rows(self):
        return Representative.objects.select_related("organisation")

    def context(self, about: Representative, message: Message) -> dict:
        return {"organisation": about.organisation}


@letter("organisations.role_handed_over")
class RoleHandedOverLetter(RoleEndedLetter):
    """Tells whoever handed a role over that the successor has taken it."""

    title = _("Notice that a role was taken over")
    template = "organisations/mail/role_handed_over.html"


@letter("organisations.editor_added")
class EditorAddedLetter(Letter):
    """Tells those who may edit already that somebody else may: they may know nothing of it."""

    title = _("Notice that another person may edit")
    template = "organisations/mail/editor_added.html"
    model = Representative

    def rows(self):
        return Representative.objects.select_related("organisation")

    def is_current(self, about: Representative, message: Message, now: datetime) -> Verdict:
        still_edits = about.may_edit and about.to_on is None
        return Verdict.YES if still_edits else Verdict.NO

    def context(self, about: Representative, message: Message) -> dict:
        return {
            "organisation": about.organisation,
            "link": portal_address("people", about.organisation_id),
        }


class ChangeLetter(Letter):
    model = ProfileChange

    def rows(self):
        return ProfileChange.objects.select_related("organisation")

    def context(self, about: ProfileChange, message: Message) -> dict:
        return {
            "change": about,
            "organisation": about.organisation,
            "link": portal_address("profile", about.organisation_id),
        }


@letter("organisations.change_received")
class ChangeReceivedLetter(ChangeLetter):
    """Tells those who may edit that a change is in review: they may not have asked for it."""

    title = _("A change of the profile is in review")
    template = "organisations/mail/change_received.html"

    def is_current(self, about: ProfileChange, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if about.status == ChangeStatus.WAITING else Verdict.NO


@letter("organisations.change_decided")
class ChangeDecidedLetter(ChangeLetter):
    """What the office decided, and why."""

    title = _("Decision about a change of the profile")
    template = "organisations/mail/change_decided.html"

    def context(self, about: ProfileChange, message: Message) -> dict:
        return super().context(about, message) | {
            "is_approved": about.status == ChangeStatus.APPROVED
        }


@letter("organisations.affiliation_asked")
class AffiliationAskedLetter(Letter):
    """Asks an umbrella whether an association belongs to it."""

    title = _("An association says that it belongs to an umbrella")
    template = "organisations/mail/affiliation_asked.html"
    model = Affiliation

    def rows(self):
        return Affiliation.objects.select_related("member", "umbrella")

    def is_current(self, about: Affiliation, message: Message, now: datetime) -> Verdict:
        is_open = about.confirmed_by_umbrella_on is None and about.to_on is None
        return Verdict.YES if is_open else Verdict.NO

    def context(self, about: Affiliation, message: Message) -> dict:
        return {
            "member": about.member,
            "umbrella": about.umbrella,
            "link": portal_address("umbrellas", about.umbrella_id),
        }
