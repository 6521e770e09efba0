"""Settings of the real worker processes in test_chaos: the tests' own letters, quick beats."""
# ruff: noqa: F403, F405

import os
from pathlib import Path

from tests.settings import *

TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]
CELERY_IMPORTS = ["tests.mailings.worker_letters"]
CELERY_BEAT_SCHEDULE = {
    "drain-the-outbox": {
        "task": "kme_portal.mailings.tasks.drain_outbox",
        "schedule": OUTBOX_POLL,
    },
    "ask-what-is-due": {
        "task": "kme_portal.mailings.tasks.ask_what_is_due",
        "schedule": float(os.environ.get("TESTS_ASK", "3600")),
    },
}
CELERY_BEAT_MAX_LOOP_INTERVAL = 0.2
CELERY_BROKER_CONNECTION_RETRY_INTERVAL_START = 0.2
