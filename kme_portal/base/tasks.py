from celery import shared_task
from django.utils import timezone

from kme_portal.base import retention


@shared_task
def erase_what_is_past_its_time():
    retention.erase_due(now=timezone.now())
