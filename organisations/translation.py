from modeltranslation.translator import TranslationOptions, register

from organisations.models import Term


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ["name"]
