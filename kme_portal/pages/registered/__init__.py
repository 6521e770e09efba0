"""What `pages` puts into the registries, one module a subject."""

from kme_portal.pages.registered import news, texts

__all__ = ["news", "texts"]
