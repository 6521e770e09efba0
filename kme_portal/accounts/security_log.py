"""What the security log tells of accounts, by number: refused factors, sign-outs, changed rights.

Sign-ins, refused passwords and changes by the owner are told where they happen, in `adapter`.
"""

import logging

from allauth.mfa.signals import authentication_failed
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import m2m_changed, pre_save
from django.dispatch import receiver

from kme_portal.accounts.models import User

security = logging.getLogger("portal.security")


@receiver(authentication_failed)
def tell_refused_factor(user, authenticator, **kwargs):
    security.warning("second factor refused", extra={"user": user.pk, "factor": authenticator.type})


@receiver(user_logged_out)
def tell_signed_out(user, **kwargs):
    if user is not None:
        security.info("signed out", extra={"user": user.pk})


@receiver(m2m_changed, sender=User.groups.through)
def tell_changed_groups(instance, action, reverse, pk_set, **kwargs):
    """Groups are what somebody may do. `instance` is the account, or the group when `reverse`."""
    if action not in ("post_add", "post_remove", "post_clear") or pk_set == set():
        return
    others = sorted(pk_set or [])
    users, groups = (others, [instance.pk]) if reverse else ([instance.pk], others)
    security.info(
        "permissions changed", extra={"users": users, "groups": groups, "how": action[5:]}
    )


@receiver(m2m_changed, sender=Group.permissions.through)
def tell_changed_permissions(instance, action, reverse, pk_set, **kwargs):
    if action in ("post_add", "post_remove", "post_clear") and pk_set != set() and not reverse:
        security.info(
            "permissions of a group changed",
            extra={"group": instance.pk, "count": len(pk_set or []), "how": action[5:]},
        )


ACCESS = ("is_active", "is_staff", "is_superuser")


@receiver(pre_save, sender=User)
def tell_changed_access(instance, update_fields=None, **kwargs):
    """Who may enter the office's side, and who may sign in at all."""
    if instance.pk is None or (update_fields is not None and not {*ACCESS} & {*update_fields}):
        return
    before = User.objects.filter(pk=instance.pk).values(*ACCESS).first() or {}
    changed = {
        name: getattr(instance, name)
        for name, value in before.items()
        if getattr(instance, name) != value
    }
    if changed:
        security.info("access changed", extra={"user": instance.pk, **changed})
