from modeltranslation.translator import TranslationOptions, register

from funding.models import Call, Pillar, Programme, Project


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ["name", "summary", "description"]


@register(Call)
class CallTranslation(TranslationOptions):
    fields = ["title", "summary", "budget_note"]


@register(Pillar)
class PillarTranslation(TranslationOptions):
    fields = ["name", "for_whom", "cap_note", "criteria"]


@register(Project)
class ProjectTranslation(TranslationOptions):
    fields = ["title", "summary", "remained"]
