"""Who ends the letters by one click has taken back the consent to be invited."""

from datetime import datetime

from django.db.models import QuerySet

from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import Channel, Consent
from kme_portal.accounts.mydata.services import withdraw
from kme_portal.accounts.registries import renewal_effects
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.unsubscribing import subscribed_again, unsubscribed

PURPOSE = "invitations"


def end_invitations(address_digest: str, now: datetime) -> None:
    for consent in _given_by(address_digest, Consent.objects.living()):
        withdraw(email=consent.email, consent_id=consent.pk, now=now)


def renew_invitations(address_digest: str, now: datetime) -> None:
    """The click says it anew; who never asked to be invited is not asked now either."""
    ended = Consent.objects.exclude(withdrawn_at=None).filter(withdrawn_by=Channel.LINK)
    for consent in _given_by(address_digest, ended.order_by("-withdrawn_at"))[:1]:
        renewed = give_consent(
            email=consent.email,
            purpose=PURPOSE,
            language=consent.language,
            channel=Channel.LINK,
            now=now,
        )
        if PURPOSE in renewal_effects:
            renewal_effects[PURPOSE](renewed, now)


def _given_by(address_digest: str, consents: QuerySet[Consent]) -> list[Consent]:
    """Of some hundred who asked to be invited; the link bears no address, and no table a digest."""
    asked = consents.filter(purpose=PURPOSE).exclude(email="")
    return [consent for consent in asked if digest(consent.email) == address_digest]


unsubscribed.register("accounts.invitations", end_invitations)
subscribed_again.register("accounts.invitations", renew_invitations)
