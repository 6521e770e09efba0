from celery import shared_task
from django.utils import timezone

from events.services import places


@shared_task
def keep_seats_moving():
    places.keep_seats_moving(now=timezone.now())
