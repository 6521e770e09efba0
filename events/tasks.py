from celery import shared_task
from django.utils import timezone

from events.services import campaigns, places


@shared_task
def keep_seats_moving():
    places.keep_seats_moving(now=timezone.now())


@shared_task
def keep_campaigns_moving():
    campaigns.keep_campaigns_moving(now=timezone.now())
