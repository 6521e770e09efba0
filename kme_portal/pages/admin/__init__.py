from kme_portal.pages.admin import cases, facts, links, news, texts

__all__ = ["cases", "facts", "links", "news", "texts"]
