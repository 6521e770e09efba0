"""Associations that changed after they were invited: whether they are still written to."""

from django.utils.translation import gettext as _

from organisations.models import Organisation, OrganisationStatus


def why_not_reached(organisation: Organisation | None, *, comes: bool = False) -> str:
    """Why no more letters go to this association, for the office; "" when they may.

    One that sleeps (ruht) is not asked any more, but told how to get there when it `comes`.
    """
    if organisation is None:
        return ""
    if organisation.merged_into_id:
        return _("The association is merged into another one.")
    if organisation.status == OrganisationStatus.ARCHIVED:
        return _("The association is archived.")
    if organisation.status == OrganisationStatus.DORMANT and not comes:
        return _("The association is dormant.")
    return ""
