"""Words of German offices and what they mean in the register."""

import re

from kme_portal.base.searching import fold
from organisations.models import OrganisationKind
from organisations.models.organisations import LegalForm, OrganisationLevel

LETTER_LANGUAGES = ("de", "en", "tr", "ar")
# What a wrong encoding leaves of a letter.
LOST = "?\ufffd\x1a"

SUMS = {"summe", "gesamt", "total", "anzahl", "insgesamt"}
YES = {"ja", "x", "j", "y", "yes", "1", "einladen"}
NO = {"nein", "n", "no", "0", "-", "nicht", "nicht einladen"}
NO_MAIL = (
    "keine post",
    "keine mail",
    "keine e-mail",
    "keine einladung",
    "nicht anschreiben",
    "nicht einladen",
    "kein kontakt",
    "abgemeldet",
)

LEVELS = {
    "dachverband": OrganisationLevel.FEDERAL,
    "bundesverband": OrganisationLevel.FEDERAL,
    "koordinationsrat": OrganisationLevel.COUNCIL,
    "landesverband": OrganisationLevel.STATE,
    "regionalverband": OrganisationLevel.REGIONAL,
    "bezirksverband": OrganisationLevel.REGIONAL,
    "ortsverein": OrganisationLevel.LOCAL,
    "ortsverband": OrganisationLevel.LOCAL,
    "gemeinde": OrganisationLevel.LOCAL,
    "moscheegemeinde": OrganisationLevel.LOCAL,
    "moschee": OrganisationLevel.LOCAL,
    "cemhaus": OrganisationLevel.LOCAL,
    "cemevi": OrganisationLevel.LOCAL,
    "initiative": OrganisationLevel.GROUP,
    "gruppe": OrganisationLevel.GROUP,
}

# The first that fits counts, so the narrower words stand first.
KINDS = (
    (
        OrganisationKind.PRESS,
        ("presse", "redaktion", "zeitung", "rundfunk", "radio", "wdr", "fernsehen", "medien"),
    ),
    (
        OrganisationKind.ADVICE_BODY,
        ("beratung", "servicestelle", "wohlfahrt", "paritatisch"),
    ),
    (
        OrganisationKind.AUTHORITY,
        (
            "behorde",
            "bezirksregierung",
            "ministerium",
            "staatskanzlei",
            "integrationszentrum",
            "landesamt",
            "stadt ",
            "kreis ",
            "amt ",
            "polizei",
            "landtag",
            "verwaltung",
        ),
    ),
    (OrganisationKind.PARTNER, ("partner", "stiftung", "hochschule", "universitat")),
    (
        OrganisationKind.ASSOCIATION,
        ("verein", "verband", "gemeinde", "moschee", "cem", "jugend", "netzwerk", "initiative"),
    ),
)
ABOUT_OFFICES = ("behorde", "presse", "amter", "beratung", "verwaltung", "medien", "partner")

# Longer words first: "stellv. Vorsitz" is no chair.
FUNCTIONS = (
    ("stellv", "stellvertretung"),
    ("vize", "stellvertretung"),
    ("2. vorsitz", "stellvertretung"),
    ("vorsitz", "vorsitz"),
    ("vorstand", "vorsitz"),
    ("geschaftsfuhr", "geschaeftsfuehrung"),
    ("geschaftsstelle", "geschaeftsstelle"),
    ("sekretariat", "geschaeftsstelle"),
    ("buro", "geschaeftsstelle"),
    ("kassen", "kassenfuehrung"),
    ("kassier", "kassenfuehrung"),
    ("schatzmeister", "kassenfuehrung"),
    ("projektleit", "projektleitung"),
    ("projektkoordin", "projektleitung"),
    ("jugendleit", "jugendleitung"),
    ("jugendwart", "jugendleitung"),
    ("delegiert", "delegierte"),
    ("pressesprech", "presse"),
    ("offentlichkeitsarbeit", "presse"),
    ("datenschutz", "datenschutz"),
)

LANGUAGES = {
    "deutsch": "de",
    "german": "de",
    "turkisch": "tr",
    "arabisch": "ar",
    "englisch": "en",
    "kurdisch": "kmr",
    "kurmanci": "kmr",
    "zazaki": "zza",
    "sorani": "ckb",
    "bosnisch": "bs",
    "albanisch": "sq",
    "persisch": "fa",
    "dari": "fa",
    "farsi": "fa",
    "paschtu": "ps",
    "urdu": "ur",
    "franzosisch": "fr",
    "de": "de",
    "dt": "de",
    "tr": "tr",
    "ar": "ar",
    "en": "en",
    "ku": "kmr",
    "bs": "bs",
    "sq": "sq",
    "fa": "fa",
    "ur": "ur",
    "fr": "fr",
}

CLUB_MAILBOXES = {
    "info",
    "kontakt",
    "vorstand",
    "post",
    "mail",
    "email",
    "office",
    "buero",
    "geschaeftsstelle",
    "poststelle",
    "redaktion",
    "verwaltung",
    "sekretariat",
    "zentrale",
    "contact",
    "hallo",
}

LEGAL_FORM_ENDINGS = (
    (re.compile(r"\be\.?\s?v\.?\s*(?:i\.?\s?g\.?|in gr)", re.I), LegalForm.IN_FORMATION),
    (re.compile(r"\be\.\s?v\b|\be\.?v\.|\bev$", re.I), LegalForm.REGISTERED),
    (re.compile(r"\bggmbh\b", re.I), LegalForm.GGMBH),
    (re.compile(r"\bk\.?\s?d\.?\s?ö\.?\s?r\b", re.I), LegalForm.PUBLIC_LAW),
    (re.compile(r"\bstiftung\b", re.I), LegalForm.FOUNDATION),
)


def sheet_key(sheet: str) -> str:
    """Name of a sheet for a form: letters and digits only."""
    return re.sub(r"[^a-z0-9]+", "", fold(sheet))[:20] or "liste"


def has_lost_letters(text: str) -> bool:
    return bool(re.search(rf"(?<=\w)[{re.escape(LOST)}]|[{re.escape(LOST)}](?=\w)", text))


def acronym_in(name: str) -> str:
    """ "SmF" of "Sozialdienst muslimischer Frauen e.V. (SmF)"."""
    match = re.search(r"\(([^()]{2,20})\)\s*$", name)
    return match.group(1) if match and sum(c.isupper() for c in match.group(1)) > 1 else ""


def legal_form_of(name: str) -> str:
    for pattern, form in LEGAL_FORM_ENDINGS:
        if pattern.search(name):
            return form
    return ""


def level_of(words: str) -> str:
    return LEVELS.get(fold(words).strip(), "")


def kind_of(words: str) -> str:
    text = f"{fold(words)} "
    for kind, marks in KINDS:
        if any(mark in text for mark in marks):
            return kind
    return ""


def is_about_offices(sheet: str, headings: dict[str, str]) -> bool:
    """Whether a sheet holds authorities, advice bodies or press rather than associations."""
    title = fold(sheet)
    if "verein" in title:
        return False
    return any(word in title for word in ABOUT_OFFICES) or fold(headings.get("name", "")) in (
        "stelle",
        "behorde",
        "redaktion",
        "medium",
    )


def function_of(words: str) -> str:
    text = fold(words)
    if not text or len(text) > 60:
        return ""
    return next((slug for mark, slug in FUNCTIONS if mark in text), "")


def languages_in(text: str) -> tuple[list[str], str]:
    """Slugs of the languages named, and the words that name none."""
    found, unknown = [], []
    for piece in re.split(r"[/,;+&]| und |\s-\s", text):
        word = fold(piece).strip(" .")
        if not word:
            continue
        slug = LANGUAGES.get(word)
        if slug is None:
            unknown.append(piece.strip())
        elif slug not in found:
            found.append(slug)
    return found, ", ".join(unknown)


def is_club_mailbox(address: str) -> bool:
    """A mailbox of the body itself rather than of a person."""
    return address.partition("@")[0] in CLUB_MAILBOXES
