"""Letters of the list end by one click, and come back by another; apps above follow."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kme_portal.base.registries import Registry
from kme_portal.mailings import services
from kme_portal.mailings.models import SuppressionReason

# Called with the digest of the address, in the transaction of the click.
unsubscribed: Registry[Callable[[str, datetime], None]] = Registry()
subscribed_again: Registry[Callable[[str, datetime], None]] = Registry()


@transaction.atomic
def unsubscribe(*, address_digest: str, now: datetime | None = None) -> None:
    services.suppress(address_digest=address_digest, reason=SuppressionReason.UNSUBSCRIBED)
    for follow in unsubscribed:
        follow(address_digest, now or timezone.now())


@transaction.atomic
def subscribe_again(*, address_digest: str, now: datetime | None = None) -> None:
    if services.release(address_digest=address_digest):
        for follow in subscribed_again:
            follow(address_digest, now or timezone.now())
