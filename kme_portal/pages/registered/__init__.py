"""What `pages` puts into the registries, one module a subject."""

from kme_portal.pages.registered import cases, news, searching, texts

__all__ = ["cases", "news", "searching", "texts"]
