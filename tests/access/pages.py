from kme_portal.pages.models import Page, PageSlug
from tests.access import everyone, office
from tests.factories import make_case, make_news

EDITORS = ("Koordination", "Redaktion")

ROWS = [
    everyone("robots"),
    everyone("sitemap"),
    everyone("security"),
    everyone("pages:home"),
    everyone("pages:search"),
    *[everyone(f"pages:{slug}") for slug in PageSlug.values],
    everyone("pages:news_list"),
    everyone("pages:news_feed"),
    everyone("pages:news", kwargs=lambda: {"slug": make_news().slug}),
    everyone("pages:contact_sent"),
    everyone("pages:barrier"),
    everyone("pages:barrier_sent"),
    # Shows what was typed, so it is asked by POST alone.
    office("admin:pages_page_preview", kwargs=lambda: {"pk": Page.objects.first().pk}, refused=405),
    office("admin:pages_newsitem_preview", kwargs=lambda: {"pk": make_news().pk}, refused=405),
    *[
        office(f"admin:pages_newsitem_{step}", *EDITORS, kwargs=lambda: {"pk": make_news().pk})
        for step in ("publish", "withdraw")
    ],
    *[
        office(
            f"admin:pages_case_{step}",
            "Koordination",
            kwargs=lambda: {"pk": make_case().pk},
        )
        for step in ("take", "interim", "answer", "close", "reopen")
    ],
]

MODELS = {
    "pages.Page": EDITORS,
    "pages.NewsItem": EDITORS,
    "pages.Milestone": EDITORS,
    "pages.Figure": EDITORS,
    "pages.Picture": EDITORS,
    "pages.Case": ("Koordination",),
}
