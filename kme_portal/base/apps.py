from django.apps import AppConfig
from django.forms import formsets
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

# Of one form, such as the steps of a programme; twice as many are refused unread.
MOST_ROWS = 100


class BaseConfig(AppConfig):
    name = "kme_portal.base"
    verbose_name = _("Foundation")

    def ready(self):
        from kme_portal.base import lookups  # noqa: F401

        # Somebody may claim that a form has thousands of rows; each is built and checked.
        formsets.DEFAULT_MAX_NUM = MOST_ROWS
        # Each app fills the registries in a module `registered`, its letters in `occasions`,
        # what it lends to the office's own pages in `office` and `timeline`, in `merging` what
        # becomes of its rows when two entries become one, and in `not_personal` which of its
        # fields only look as if they were about people.
        autodiscover_modules(
            "registered", "occasions", "office", "timeline", "merging", "not_personal"
        )
