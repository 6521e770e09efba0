"""Lets a worker's processes know that it is told to stop: finish the current mail, then go.

Celery tells its main process only; the processes that send share one byte of memory with it. A
lock-free byte, since a process killed while it holds a lock would stop all others.
"""

from multiprocessing.sharedctypes import RawValue

from celery.signals import worker_shutting_down

_stopping = RawValue("b", 0)


@worker_shutting_down.connect
def _stop(**_given) -> None:
    _stopping.value = 1


def must_stop() -> bool:
    return bool(_stopping.value)
