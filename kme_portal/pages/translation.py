from modeltranslation.translator import TranslationOptions, register

from kme_portal.pages.models import Page


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ["title", "body"]
