"""Translation catalogues without gettext's own tools, which a fresh machine may lack.

Each app has its texts in <app>/locale/<language>/LC_MESSAGES/django.po. An `overrides.po` beside it
holds translations of other people's texts, such as the sign-in pages' in the formal "Sie"; no tool
touches it, and both are compiled into one django.mo.
"""

from kme_portal.base.catalogues.check import problems
from kme_portal.base.catalogues.files import compile_catalogues, update_catalogues

__all__ = ["compile_catalogues", "problems", "update_catalogues"]
