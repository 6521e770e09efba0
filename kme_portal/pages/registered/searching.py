"""The office's pages of text in the search."""

from django.utils.translation import gettext_lazy as _

from kme_portal.base.markup import to_text
from kme_portal.base.registries import SearchSource, search_sources
from kme_portal.base.searching import Searched, translated
from kme_portal.pages.models import Page

# Some dozen rows, read without an index.
search_sources.register(
    "pages",
    SearchSource(
        title=_("About the office and this portal"),
        slug="seiten",
        rows=lambda user: Page.objects.order_by("slug"),
        searched=Searched(title=translated("title"), text=translated("body")),
        url=Page.get_absolute_url,
        text=lambda page: to_text(page.text()),
        language=lambda page: page.language_tag,
    ),
)
