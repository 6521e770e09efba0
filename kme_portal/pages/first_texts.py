"""The pages' first texts, from texts/<slug>.<language>.md; the first line is the title."""

from pathlib import Path

from kme_portal.pages.models import Page, PageSlug

TEXTS = Path(__file__).resolve().parent / "texts"
LANGUAGES = ("de", "en", "tr", "ar")


def seed() -> None:
    """Create pages that are missing; what the office has written stays."""
    known = set(Page.objects.values_list("slug", flat=True))
    for slug in PageSlug.values:
        if slug not in known:
            first_page(slug).save()


def first_page(slug: str) -> Page:
    page = Page(slug=slug)
    for language in LANGUAGES:
        path = TEXTS / f"{slug}.{language}.md"
        if path.exists():
            title, _newline, body = path.read_text(encoding="utf-8").partition("\n")
            setattr(page, f"title_{language}", title.removeprefix("# ").strip())
            setattr(page, f"body_{language}", body.strip())
    for language in LANGUAGES[1:]:
        if page.has_language(language):
            page.mark_translated(language)
    return page
