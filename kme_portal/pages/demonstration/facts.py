"""How facts become rows: texts in every language, moments on a day in Berlin."""

from datetime import datetime, time

from django.utils import timezone

LANGUAGES = ("de", "en", "tr", "ar")


def in_languages(instance, **texts) -> None:
    """Set translated fields from tuples in the order of LANGUAGES, and mark them as current."""
    for name, values in texts.items():
        for language, value in zip(LANGUAGES, values, strict=True):
            setattr(instance, f"{name}_{language}", value)
    if hasattr(instance, "mark_translated"):
        for language in LANGUAGES[1:]:
            instance.mark_translated(language)


def at(day, clock: time) -> datetime:
    """A moment of a day in Berlin."""
    return timezone.make_aware(datetime.combine(day, clock))
