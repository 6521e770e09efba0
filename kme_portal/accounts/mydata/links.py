"""The mailed link to "My data": whoever reads a mailbox may see what is held about it."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from kme_portal.accounts.models import DataLink
from kme_portal.base.limits import Limit, TooMany, count
from kme_portal.mailings.addresses import normalised
from kme_portal.mailings.links import make_token, read_token
from kme_portal.mailings.services import enqueue

PURPOSE = "my-data"
PER_NETWORK = Limit("my-data", tries=30, seconds=600)
PER_VICTIM = Limit("my-data.victim", tries=3, seconds=3600)


def send_link(*, email: str, language: str, now: datetime) -> None:
    """Mail the link, whether anything is held about the address or not.

    The same work and the same mail for every address, so nobody learns who is known here. Over
    the limit of this mailbox nothing is sent, and nothing tells.
    """
    email = normalised(email)
    try:
        count(PER_VICTIM, email, now=now)
    except TooMany:
        return
    with transaction.atomic():
        link = DataLink.objects.create(email=email, language=language, created_at=now)
        enqueue("accounts.my_data_link", about=link, to=email, language=language)


def url_of(link: DataLink) -> str:
    token = make_token(PURPOSE, link.public_id)
    return settings.PORTAL_URL + reverse("my_data:page", args=[token])


def opened_by(token: str, *, now: datetime) -> DataLink | None:
    """The link's row; None when it was forged, has expired or was erased with the person."""
    read = read_token(PURPOSE, token)
    if read is None:
        return None
    return DataLink.objects.living(now).filter(public_id=read[0]).first()
