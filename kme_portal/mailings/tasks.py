from celery import shared_task


@shared_task
def ask_what_is_due():
    raise NotImplementedError


@shared_task
def drain_outbox():
    raise NotImplementedError


@shared_task
def read_return_mailbox():
    raise NotImplementedError
