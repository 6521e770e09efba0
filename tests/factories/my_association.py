"""People who act for associations, and what waits on their desks."""

from datetime import timedelta

from django.utils import timezone

from organisations.models import Affiliation, ProfileChange, RoleInvitation, SensitiveField
from tests.factories.accounts import make_user
from tests.factories.organisations import make_organisation, make_representative


def make_editor(**given):
    """A person with an account who may edit; returns the role, its `user` and `organisation`."""
    user = given.pop("user", None) or make_user()
    return make_representative(**{"user": user, "may_edit": True, "email": user.email} | given)


def make_change(**given) -> ProfileChange:
    """A new name that waits for the office."""
    organisation = given.pop("organisation", None) or make_organisation()
    usual = {
        "field": SensitiveField.NAME,
        "old_value": organisation.name,
        "new_value": "Neuer Name",
    }
    return ProfileChange.objects.create(organisation=organisation, **usual | given)


def make_role_invitation(**given) -> RoleInvitation:
    """An open invitation to edit."""
    if "organisation" not in given:
        given["organisation"] = make_organisation()
    usual = {
        "email": "neu@verein.example",
        "may_edit": True,
        "expires_at": timezone.now() + timedelta(days=14),
    }
    return RoleInvitation.objects.create(**usual | given)


def make_affiliation(**given) -> Affiliation:
    """A membership that both sides confirmed, unless the dates say otherwise."""
    today = timezone.localdate()
    usual = {"confirmed_by_member_on": today, "confirmed_by_umbrella_on": today}
    for side in ("member", "umbrella"):
        if side not in given:
            given[side] = make_organisation()
    return Affiliation.objects.create(**usual | given)
