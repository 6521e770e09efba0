"""Last parts of addresses, made from titles and names."""

from django.db.models import QuerySet

# Segments that mean something of their own below a list, in any of the apps.
RESERVED_SLUGS = frozenset(
    {
        "abbestellen",
        "absagen",
        "angebote",
        "anmelden",
        "anmeldung",
        "archiv",
        "aufrufe",
        "bestaetigen",
        "bearbeiten",
        "check",
        "einladung",
        "empfehlungen",
        "feed",
        "foren",
        "kalender",
        "meine-daten",
        "karte",
        "neu",
        "projekte",
        "registrieren",
        "suche",
        "themen",
        "uebernahme",
        "vorschau",
    }
)

GERMAN = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"), ("ß", "ss")]


def make_slug(text: str, *, taken: QuerySet, fallback: str, max_length: int = 80) -> str:
    """Slug of a text that is neither reserved nor used by a row of `taken`.

    Turkish and Arabic letters are transliterated; `fallback` stands for a text of which
    nothing is left.
    """
    # Here, since its tables take 5 MiB that a web process seldom needs.
    from slugify import slugify

    stem = slugify(text, replacements=GERMAN, max_length=max_length - 4, word_boundary=True)
    stem = stem or fallback
    used = set(taken.filter(slug__startswith=stem).values_list("slug", flat=True)) | RESERVED_SLUGS
    slug, number = stem, 2
    while slug in used:
        slug, number = f"{stem}-{number}", number + 1
    return slug
