"""Letters to those who take over an entry that the office made."""

from datetime import datetime

from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings import quiet
from kme_portal.mailings.letters import Letter, Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Message
from organisations.models import EntryClaim, EntryClaimStatus
from organisations.occasions.registering import WORKING_DAYS_TO_REVIEW
from organisations.services.claiming import token_of
from organisations.services.reviewing import reviewers


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


@letter("organisations.claim_waiting")
class ClaimWaiting(Occasion, ClaimLetter):
    """To the office: somebody waits for five working days to take an entry over."""

    title = _("A claim to an entry waits for its review")
    template = "organisations/mail/claim_waiting.html"

    def things(self, now: datetime) -> QuerySet[EntryClaim]:
        return (
            EntryClaim.objects.asked()
            .filter(waiting_since__lt=quiet.working_days_before(now, WORKING_DAYS_TO_REVIEW))
            .without_message(self.kind, version=F("link_version"))
        )

    def recipients(self, thing: EntryClaim):
        for person in reviewers():
            yield Recipient(person.email, person.language, id=person.pk)

    def version(self, thing: EntryClaim) -> int:
        return thing.link_version

    def context(self, claim: EntryClaim, message: Message) -> dict:
        path = reverse("admin:organisations_organisation_claim", args=[claim.pk])
        return {"claim": claim, "claim_url": settings.PORTAL_URL + path}

    def is_current(self, claim: EntryClaim, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if claim.status == EntryClaimStatus.ASKED else Verdict.NO
