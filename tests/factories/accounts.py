from itertools import count

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group

from kme_portal.accounts.models import RoleRequest, User

PASSWORD = "ein langer Satz im Test"
_number = count(1)


def make_user(**given) -> User:
    """Somebody with a confirmed address and the usual password; `groups` by name."""
    groups = given.pop("groups", [])
    usual = {"email": f"person{next(_number)}@test.example", "name": "Person"}
    user = User.objects.create_user(**{"password": PASSWORD} | usual | given)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_staff(group: str = "Koordination", **given) -> User:
    """Somebody of the office with an app as second factor."""
    user = make_user(is_staff=True, groups=[group], **given)
    TOTP.activate(user, generate_totp_secret())
    return user


def make_role_request(**given) -> RoleRequest:
    """Somebody of Redaktion is to join the coordination, and a second person has to say so."""
    if "user" not in given:
        given["user"] = make_staff("Redaktion")
    if "asked_by" not in given:
        given["asked_by"] = make_staff("Koordination")
    return RoleRequest.objects.create(**{"groups": ["Koordination"]} | given)
