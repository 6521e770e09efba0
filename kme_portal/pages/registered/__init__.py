"""What `pages` puts into the registries, one module a subject."""

from kme_portal.pages.registered import beside, cases, credits, news, searching, texts

__all__ = ["beside", "cases", "credits", "news", "searching", "texts"]
