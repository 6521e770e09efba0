from kme_portal.pages.models import PageSlug
from tests.browser import Look

LOOKS = [
    Look("home", lambda: "/"),
    Look("not-found", lambda: "/gibt-es-nicht/", status=404),
    *[Look(slug, lambda slug=slug: f"/{slug}/") for slug in PageSlug.values],
]
