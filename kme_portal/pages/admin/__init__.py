from kme_portal.pages.admin import texts

__all__ = ["texts"]
