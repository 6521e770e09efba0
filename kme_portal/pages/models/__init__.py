from kme_portal.pages.models.news import NewsItem, NewsKind, NewsStatus
from kme_portal.pages.models.texts import Page, PageSlug

__all__ = ["NewsItem", "NewsKind", "NewsStatus", "Page", "PageSlug"]
