"""What `pages` puts into the registries, one module a subject."""

from kme_portal.pages.registered import news, searching, texts

__all__ = ["news", "searching", "texts"]
