from modeltranslation.translator import TranslationOptions, register

from events.models import AgendaItem, Campaign, Event, Venue


@register(Event)
class EventTranslation(TranslationOptions):
    fields = [
        "title",
        "calendar_title",
        "summary",
        "description",
        "costs",
        "joining_note",
        "move_note",
        "cancellation_note",
    ]


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ["title", "people"]


@register(Campaign)
class CampaignTranslation(TranslationOptions):
    fields = ["subject", "text"]


@register(Venue)
class VenueTranslation(TranslationOptions):
    fields = ["access_note"]
