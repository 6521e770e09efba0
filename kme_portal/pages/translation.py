from modeltranslation.translator import TranslationOptions, register

from kme_portal.pages.models import Figure, Milestone, NewsItem, Page, Picture, SocialLink


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ["title", "body"]


@register(NewsItem)
class NewsItemTranslation(TranslationOptions):
    fields = ["title", "teaser", "body"]


@register(Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ["title", "text"]


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ["number", "what"]


@register(SocialLink)
class SocialLinkTranslation(TranslationOptions):
    fields = ["title"]


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ["title", "alt"]
