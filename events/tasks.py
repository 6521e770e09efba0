from celery import shared_task


@shared_task
def keep_seats_moving():
    raise NotImplementedError
