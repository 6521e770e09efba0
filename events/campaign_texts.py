"""Texts of a send-out: what the office may put between braces, and first texts to start from.

The names stand in German in every language, because the office writes them.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import (
    get_language,
    get_language_bidi,
    gettext_lazy,
    ngettext,
    override,
)
from django.utils.translation import gettext as _

from events.deadlines import BERLIN, answer_until
from events.models import Campaign, Event
from events.templatetags.events import clock, day
from events.venue_words import place_for_guests

ABOUT_THE_RECIPIENT = {"verein": gettext_lazy("name of the association or person")}
ABOUT_THE_EVENT = {
    "veranstaltung": gettext_lazy("title of the event"),
    "datum": gettext_lazy("day of the event"),
    "uhrzeit": gettext_lazy("time it begins"),
    "ort": gettext_lazy("venue with its address, or “online”"),
    "antwort_bis": gettext_lazy("last day to answer"),
    "plaetze": gettext_lazy("how many people may come"),
}
IN_SUBJECT = {"datum": ABOUT_THE_EVENT["datum"]}
"""A subject is read on lock screens: neither whom it is for nor what it is about."""

BRACES = re.compile(r"\{([^{}\n]{0,40})\}")
TELLS_A_BELIEF = re.compile(
    r"musl[iı]m|moslem|islam|alevi|sunni|sünni|schiit|mosche|cami\b|cem-?\s?(haus|evi)|cemevi"
    r"|glaube|religi|ramadan|iftar|koran|quran|مسلم|اسلام|إسلام|مسجد|علوي|أليفي|اليفي|دين",
    re.IGNORECASE,
)


def placeholders(*, circular: bool) -> dict[str, str]:
    """What may stand between braces in a text, with its meaning."""
    return ABOUT_THE_RECIPIENT if circular else ABOUT_THE_RECIPIENT | ABOUT_THE_EVENT


def unknown_placeholders(text: str, allowed: Mapping[str, str]) -> list[str]:
    """Names between braces that would reach the reader unreplaced, in order."""
    return [name for name in BRACES.findall(text) if name not in allowed]


def tells_a_belief(subject: str) -> bool:
    """Whether a subject gives away what nobody beside the recipient should read."""
    return bool(TELLS_A_BELIEF.search(subject))


def texts_of(campaign: Campaign) -> dict[str, dict[str, str]]:
    """Subject and text by language, and the language they are really in.

    Where one of both is missing, readers get both in German rather than a mixture.
    """
    found = {}
    for language, _name in settings.LANGUAGES:
        is_complete = getattr(campaign, f"subject_{language}") and getattr(
            campaign, f"text_{language}"
        )
        written_in = language if is_complete else "de"
        found[language] = {
            "subject": getattr(campaign, f"subject_{written_in}") or "",
            "text": getattr(campaign, f"text_{written_in}") or "",
            "language": written_in,
        }
    return found


def facts(event: Event | None, *, invitee: str, seats: int) -> dict[str, str]:
    """Values of the placeholders in the active language, Berlin time."""
    values = {"verein": invitee}
    if event is None:
        return values
    starts = timezone.localtime(event.starts_at, BERLIN)
    # The deadline is a moment at midnight; people think of the day before it.
    last_day = timezone.localtime(answer_until(event), BERLIN) - timedelta(seconds=1)
    return values | {
        "veranstaltung": event.title,
        "datum": day(starts),
        "uhrzeit": clock(starts),
        "ort": place_in_words(event),
        "antwort_bis": day(last_day),
        "plaetze": ngettext("%(number)s person", "%(number)s people", seats) % {"number": seats},
    }


def place_in_words(event: Event) -> str:
    """Venue with its address as guests may know it, “online”, or both."""
    place = place_for_guests(event)
    if not place:
        return _("online")
    if event.is_online:
        if get_language_bidi():
            # Isolated, so that a German address and Arabic words keep their order.
            place = f"\u2068{place}\u2069"
        return _("%(place)s, or online") % {"place": place}
    return place


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values in; what is unknown stays as it was typed."""
    return BRACES.sub(lambda found: values.get(found[1], found[0]), text)


def filled(
    texts: Mapping[str, Mapping[str, str]], event: Event | None, *, invitee: str, seats: int
) -> dict[str, str]:
    """Subject and text for a reader of the active language, with the language they are in.

    Day and title follow that language: a German text for an Arabic reader names a German day.
    """
    chosen = texts.get(get_language()) or texts["de"]
    language = chosen.get("language", "de")
    with override(language):
        values = facts(event, invitee=invitee, seats=seats)
    return {
        "mail_subject": fill(chosen["subject"], values),
        "text": fill(chosen["text"], values),
        "text_language": language,
    }


def first_texts(language: str) -> dict[str, str]:
    """A subject and a text to begin with, so that nobody starts from an empty page."""
    with override(language):
        return {
            "subject": _("Invitation for {datum}"),
            "text": _(
                "we would like to invite {verein} to “{veranstaltung}” on {datum} at {uhrzeit} "
                "({ort}).\n\n"
                "Please let us know by {antwort_bis} whether you can come and with how many "
                "people. The link in this letter is enough, you need no account."
            ),
        }
