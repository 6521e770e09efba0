"""What of the register goes over when two entries of one body become one."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kme_portal.base.merging import Merging, mergings
from organisations.models.registering import EntryClaimStatus

BY_THE_SERVICE = "organisations.services.register.merge knows which of two to keep"


def drop(row, _twin) -> None:
    """The other entry has the same already."""
    row.delete()


def leave(_row, _twin) -> None:
    """It was asked for at the old entry, and is decided there."""


for relation, merging in {
    "Organisation.merged_into": Merging(_("Organisations"), stays=BY_THE_SERVICE),
    "Affiliation.member": Merging(_("affiliations"), stays=BY_THE_SERVICE),
    "Affiliation.umbrella": Merging(_("affiliations"), stays=BY_THE_SERVICE),
    "Representative.organisation": Merging(_("people in roles"), stays=BY_THE_SERVICE),
    **{
        f"Organisation_{name}.organisation": Merging(_("terms"), stays=BY_THE_SERVICE)
        for name in ("self_designations", "languages", "fields", "target_groups")
    },
    "ContactNote.organisation": Merging(_("contact notes")),
    "Audience_includes.organisation": Merging(_("audiences"), same=("audience_id",), settle=drop),
    "Audience_excludes.organisation": Merging(_("audiences"), same=("audience_id",), settle=drop),
    # What waits for a decision or an answer is closed: it was about the old entry.
    "ProfileChange.organisation": Merging(_("changes of the profile"), stays=BY_THE_SERVICE),
    "RoleInvitation.organisation": Merging(_("invitations to a role"), stays=BY_THE_SERVICE),
    # Who registered is told that there was an entry already; their letters speak of this row.
    "Registration.organisation": Merging(_("Registrations"), stays="it tells how this row began"),
    "EntryClaim.organisation": Merging(
        _("claims to an entry"),
        same=("email",),
        among=Q(status__in=[EntryClaimStatus.SENT, EntryClaimStatus.ASKED]),
        settle=leave,
    ),
}.items():
    mergings.register(f"organisations.{relation}", merging)
