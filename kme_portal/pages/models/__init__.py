from kme_portal.pages.models.texts import Page, PageSlug

__all__ = ["Page", "PageSlug"]
