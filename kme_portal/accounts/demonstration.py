"""Demonstration sign-ins: one account a role, by a click, where DEMO is set and nowhere else."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models import User


@dataclass(frozen=True)
class Role:
    """Somebody to be in the demonstration."""

    key: str
    title: str | Promise
    text: str | Promise
    group: str = ""

    @property
    def email(self) -> str:
        return f"{self.key}@demo.example"


ROLES = [
    Role(
        "koordination",
        _("Coordinator"),
        _("Keeps the register, plans events, invites."),
        "Koordination",
    ),
    Role("redaktion", _("Editor"), _("Writes texts, events and topics."), "Redaktion"),
    Role("foerderung", _("Funding"), _("Keeps calls, projects and deadlines."), "Förderung"),
    Role("leitung", _("Head of office"), _("Sees figures, and no personal data."), "Leitung"),
    Role(
        "datenschutz",
        _("Data protection"),
        _("Reads the logs and answers requests."),
        "Datenschutz",
    ),
    Role(
        "verein",
        _("Representative of an association"),
        _("Answers invitations and keeps the profile true."),
    ),
]


@transaction.atomic
def account_of(key: str) -> User:
    """The account of this role, made when it is first needed; KeyError for an unknown role."""
    if not settings.DEMO:
        raise RuntimeError("Demonstration accounts exist in demonstrations only.")
    role = {role.key: role for role in ROLES}[key]
    user, _created = User.objects.get_or_create(
        email=role.email,
        defaults={"name": str(role.title), "is_staff": bool(role.group)},
    )
    if role.group:
        user.groups.add(Group.objects.get(name=role.group))
    return user
