"""Letters to those who take over an entry that the office made."""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings.letters import Letter, Verdict, letter
from kme_portal.mailings.models import Message
from organisations.models import EntryClaim, EntryClaimStatus
from organisations.services.claiming import token_of


class ClaimLetter(Letter):
    model = EntryClaim

    def rows(self) -> QuerySet[EntryClaim]:
        return EntryClaim.objects.select_related("organisation")

    def context(self, claim: EntryClaim, message: Message) -> dict:
        path = reverse("organisations:claim", args=[token_of(claim)])
        return {
            "claim": claim,
            "organisation": claim.organisation,
            "claim_url": settings.PORTAL_URL + path,
            "holds_until": claim.holds_until(),
        }


@letter("organisations.claim_link")
class ClaimLink(ClaimLetter):
    """Proves the mailbox; what pressing the button brings is decided then."""

    title = _("Take over the entry of your association")
    template = "organisations/mail/claim_link.html"

    def stale_after(self, claim: EntryClaim) -> datetime:
        return claim.holds_until()

    def is_current(self, claim: EntryClaim, message: Message, now: datetime) -> Verdict:
        is_newest = claim.status == EntryClaimStatus.SENT and message.version == claim.link_version
        return Verdict.YES if is_newest else Verdict.NO


@letter("organisations.claim_refused")
class ClaimRefused(ClaimLetter):
    title = _("Your wish to take over an entry")
    template = "organisations/mail/claim_refused.html"

    def is_current(self, claim: EntryClaim, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if claim.status == EntryClaimStatus.REFUSED else Verdict.NO
