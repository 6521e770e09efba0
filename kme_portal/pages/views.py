from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from kme_portal.pages.models import Page


@method_decorator(login_not_required, name="dispatch")
class HomeView(TemplateView):
    template_name = "pages/home.html"


@login_not_required
def page(request, slug):
    """A text of the office; the addresses are fixed, the texts are not."""
    page = get_object_or_404(Page, slug=slug)
    return render(request, "pages/page.html", {"page": page, "text": page.text()})
