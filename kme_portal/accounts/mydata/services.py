"""What somebody does with their own data besides erasing everything."""

from datetime import datetime

from django.db import transaction

from kme_portal.accounts.consents import withdraw_consent
from kme_portal.accounts.models import Channel, Consent
from kme_portal.accounts.registries import withdrawal_effects


@transaction.atomic
def withdraw(*, email: str, consent_id: int, now: datetime) -> bool:
    """Withdraw one consent, with what follows from it; False when there is none such.

    As easy as giving it (Article 7(3)): one click, no reason.
    """
    consent = Consent.objects.living().of(email).filter(pk=consent_id).select_for_update().first()
    if consent is None:
        return False
    if consent.purpose in withdrawal_effects:
        withdrawal_effects[consent.purpose](consent, now)
    withdraw_consent(
        email=email,
        purpose=consent.purpose,
        reference=consent.reference,
        how=Channel.LINK,
        now=now,
    )
    return True
