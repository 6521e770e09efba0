from celery import shared_task
from django.utils import timezone

from kme_portal.base import heartbeats
from kme_portal.mailings import delivery, due, health, returns
from kme_portal.mailings.stopping import must_stop
from kme_portal.mailings.waking import wake


@shared_task
def ask_what_is_due():
    due.ask_all(now=timezone.now())


@shared_task
def drain_outbox():
    more = delivery.drain(must_stop=must_stop)
    heartbeats.beat(health.HEARTBEAT, now=timezone.now())
    if more and not must_stop():
        wake()


@shared_task
def read_return_mailbox():
    returns.read_mailbox(now=timezone.now())
