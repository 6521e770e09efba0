from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render

from kme_portal.pages.models import Page


@login_not_required
def page(request, slug):
    """A text of the office; the addresses are fixed, the texts are not."""
    page = get_object_or_404(Page, slug=slug)
    return render(request, "pages/page.html", {"page": page, "text": page.text()})
