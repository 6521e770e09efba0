from kme_portal.pages.models import Page, PageSlug
from tests.access import everyone, office

ROWS = [
    everyone("robots"),
    everyone("sitemap"),
    everyone("security"),
    everyone("pages:home"),
    *[everyone(f"pages:{slug}") for slug in PageSlug.values],
    # Shows what was typed, so it is asked by POST alone.
    office("admin:pages_page_preview", kwargs=lambda: {"pk": Page.objects.first().pk}, refused=405),
]

MODELS = {"pages.Page": ("Koordination", "Redaktion")}
