from kme_portal.pages.admin import cases, facts, news, texts

__all__ = ["cases", "facts", "news", "texts"]
