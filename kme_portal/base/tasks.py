from celery import shared_task
from django.utils import timezone

from kme_portal.base import heartbeats, retention


@shared_task
def note_heartbeat():
    """Beat has asked and a worker has answered."""
    heartbeats.beat("beat", now=timezone.now())


@shared_task
def erase_what_is_past_its_time():
    now = timezone.now()
    retention.erase_due(now=now)
    heartbeats.beat("erasure", now=now)
