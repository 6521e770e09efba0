import os

import structlog
from celery import Celery
from celery.signals import before_task_publish, task_postrun, task_prerun

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kme_portal.settings")

app = Celery("kme_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@before_task_publish.connect
def pass_request_id_on(headers=None, **_kwargs):
    """A task's log lines bear the id of the request that started it."""
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    if headers is not None and request_id:
        headers["request_id"] = request_id


@task_prerun.connect
def bind_request_id(task=None, task_id=None, **_kwargs):
    request_id = getattr(task.request, "request_id", None) or task_id
    structlog.contextvars.bind_contextvars(request_id=request_id, task=task.name)


@task_postrun.connect
def unbind_request_id(**_kwargs):
    structlog.contextvars.unbind_contextvars("request_id", "task")
