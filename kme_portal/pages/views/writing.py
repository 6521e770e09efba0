"""Writing to the office: the contact form and the report of a barrier."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views import View

from kme_portal.base.limits import Limit, TooMany, count, limited
from kme_portal.base.paths import known_path
from kme_portal.mailings.addresses import normalised
from kme_portal.pages.forms.writing import BarrierForm, ContactForm, WritingForm
from kme_portal.pages.models import CaseKind, Page, PageSlug
from kme_portal.pages.services.cases import receive_case

# An office or a mosque's open WLAN has one address.
PER_NETWORK = Limit("writing", tries=30, seconds=3600)
# Confirmations to one mailbox.
PER_VICTIM = Limit("writing.victim", tries=4, seconds=86_400)


@method_decorator([login_not_required, limited(PER_NETWORK)], name="dispatch")
class WritingView(View):
    """A form whose answer is the same page for everybody, machines too."""

    kind: str
    template: str
    done: str
    form_class: type[WritingForm]

    def page_context(self) -> dict:
        return {}

    def initial(self) -> dict:
        return {}

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.form_page(self.form_class(initial=self.initial()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.form_page(form, status=422)
        if not form.is_from_a_machine():
            self.receive(form.cleaned_data)
        return redirect(self.done)

    def receive(self, data: dict) -> None:
        """Nothing is lost; but nobody's mailbox is flooded with confirmations."""
        now = timezone.now()
        confirm = bool(data["email"])
        if confirm:
            try:
                count(PER_VICTIM, normalised(data["email"]), now=now)
            except TooMany:
                confirm = False
        language = get_language() or "de"
        receive_case(kind=self.kind, language=language, confirm=confirm, now=now, **data)

    def form_page(self, form: WritingForm, status: int = 200) -> HttpResponse:
        context = {"form": form} | self.page_context()
        return render(self.request, self.template, context, status=status)


class ContactView(WritingView):
    kind = CaseKind.CONTACT
    template = "pages/contact.html"
    done = "pages:contact_sent"
    form_class = ContactForm

    def page_context(self):
        page = get_object_or_404(Page, slug=PageSlug.CONTACT)
        return {"page": page, "text": page.text()}


class BarrierView(WritingView):
    kind = CaseKind.BARRIER
    template = "pages/barrier.html"
    done = "pages:barrier_sent"
    form_class = BarrierForm

    def initial(self):
        return {"page": known_path(self.request.GET.get("seite", ""))}


@login_not_required
def sent(request, kind):
    """What happens next; tells nothing about what was sent."""
    return render(request, "pages/writing_sent.html", {"is_barrier": kind == CaseKind.BARRIER})
