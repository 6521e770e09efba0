from kme_portal.pages.models import Page, PageSlug
from tests.access import everyone

ROWS = [
    everyone("robots"),
    everyone("sitemap"),
    everyone("security"),
    everyone("pages:home"),
    *[everyone(f"pages:{slug}") for slug in PageSlug.values],
    # Shows what was typed, so it is asked by POST alone.
    everyone("admin:pages_page_preview", lambda: {"pk": Page.objects.first().pk}, status=405),
]

MODELS = {"pages.Page": ("Koordination", "Redaktion")}
