from modeltranslation.translator import TranslationOptions, register

from dialogues.models import Answer, Forum, Recommendation, Topic


@register(Forum)
class ForumTranslation(TranslationOptions):
    fields = ["name", "summary", "mandate"]


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ["title", "question", "background", "outcome"]


@register(Recommendation)
class RecommendationTranslation(TranslationOptions):
    fields = ["title", "text", "addressee"]


@register(Answer)
class AnswerTranslation(TranslationOptions):
    fields = ["text"]
