"""Letters about roles that a second person confirms."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models import RoleRequest, User
from kme_portal.mailings.letters import Letter, Verdict, letter


class RoleLetter(Letter):
    model = RoleRequest

    def is_current(self, about, message, now):
        # Whoever has left meanwhile is told nothing any more.
        reader = User.objects.filter(pk=message.recipient_id, is_active=True, is_staff=True)
        return Verdict.YES if reader.exists() else Verdict.NO

    def context(self, about, message):
        return {
            "request": about,
            "account": about.user.email,
            "roles": ", ".join(about.groups),
            "by": self.by(about),
            "link": settings.PORTAL_URL
            + reverse("admin:accounts_rolerequest_decide", args=[about.pk]),
        }

    def by(self, about) -> str:
        raise NotImplementedError


@letter("accounts.role_asked")
class RoleAsked(RoleLetter):
    """Asks everybody who can to confirm a role, or not to."""

    title = _("A role is to be confirmed")
    template = "accounts/mail/role_asked.html"

    def is_current(self, about, message, now):
        if not RoleRequest.objects.waiting(now or timezone.now()).filter(pk=about.pk).exists():
            return Verdict.NO
        return super().is_current(about, message, now)

    def by(self, about) -> str:
        return about.asked_by.email if about.asked_by else "–"


@letter("accounts.role_decided")
class RoleDecided(RoleLetter):
    """Tells who asked for a role what became of it, so that nobody asks in their name."""

    title = _("A role was decided")
    template = "accounts/mail/role_decided.html"

    def by(self, about) -> str:
        return about.decided_by.email if about.decided_by else "–"
