from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "kme_portal.base"
    verbose_name = _("Foundation")

    def ready(self):
        # Each app fills the registries in a module `registered`, its letters in `occasions`,
        # what it lends to the office's own pages in `office` and `timeline`, in `merging` what
        # becomes of its rows when two entries become one, and in `not_personal` which of its
        # fields only look as if they were about people.
        autodiscover_modules(
            "registered", "occasions", "office", "timeline", "merging", "not_personal"
        )
