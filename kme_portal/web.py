"""How gunicorn serves the portal, everywhere: gunicorn --config python:kme_portal.web

Only what differs between machines comes from the environment.
"""

import os

from kme_portal.base.logs import logging_for

wsgi_app = "kme_portal.wsgi"
bind = os.environ.get("WEB_BIND", "127.0.0.1:8000").split(",")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "kme_portal.draining.DrainingWorker"
# The code is loaded once and shared; a new version comes with a new process, never by a reload.
preload_app = True
# Heartbeats of workers go to memory: a slow disk must not look like a dead worker.
worker_tmp_dir = "/dev/shm"  # noqa: S108
control_socket_disable = True
# An upload over a slow line, or a large export, may take this long.
timeout = 60
# After SIGTERM requests under way have this long; the proxy in front has noticed by then.
graceful_timeout = 25
keepalive = 5
limit_request_line = 4094
limit_request_fields = 60
# The portal writes one line a request of its own, without paths and with addresses cut.
accesslog = None

_logging = logging_for(
    json=os.environ.get("LOG_JSON", "1") != "0", level=os.environ.get("LOG_LEVEL", "INFO")
)
logconfig_dict = _logging | {
    "loggers": _logging["loggers"]
    | {
        "gunicorn.error": {
            "handlers": ["console"],
            "level": os.environ.get("LOG_LEVEL", "INFO"),
            "propagate": False,
        }
    }
}
