from kme_portal.pages.admin import news, texts

__all__ = ["news", "texts"]
