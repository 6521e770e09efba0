"""The portal's settings with the plain views beside its addresses."""

from kme_portal.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
# Unhashed files: nothing was collected for this run, and no page is the slower for it.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "root": {"handlers": ["null"]},
    "handlers": {"null": {"class": "logging.NullHandler"}},
}
# Nothing was collected, and a folder that is missing would be warned of with every process.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
