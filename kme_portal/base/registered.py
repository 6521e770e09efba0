"""What the foundation itself forgets in time."""

from django.utils.translation import gettext_lazy as _

from kme_portal.base import files
from kme_portal.base.registries import Retention, retentions

retentions.register(
    "base.unused_files",
    Retention(
        title=_("Uploaded files that nothing uses"),
        period=_("one day"),
        due=files.unused,
        erase=files.erase_unused,
    ),
)
