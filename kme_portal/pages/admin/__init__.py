from kme_portal.pages.admin import cases, facts, links, news, pictures, texts

__all__ = ["cases", "facts", "links", "news", "pictures", "texts"]
