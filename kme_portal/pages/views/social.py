"""The page about other people's services, where a visitor keeps them switched on or off."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.base.forms import KernFormMixin
from kme_portal.pages.embedding import RULES, SHOWABLE, Service, keep_services, kept_services
from kme_portal.pages.models import PageSlug
from kme_portal.pages.views.texts import show


class ServicesForm(KernFormMixin, forms.Form):
    services = forms.MultipleChoiceField(
        label=_("Always show contents of"),
        choices=[(service.value, service.label) for service in SHOWABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nothing is ticked unless you do it."),
    )


@login_not_required
def social_media(request):
    """A choice is kept in one cookie on this device; "none" forgets it."""
    if request.method == "POST":
        form = ServicesForm(request.POST)
        if form.is_valid():
            chosen = [] if "none" in request.POST else form.cleaned_data["services"]
            # To where it says what is switched on now: the top of the page would answer nothing.
            response = redirect(f"{reverse('pages:soziale-medien')}#dienste")
            keep_services(response, chosen, secure=settings.SECURE)
            return response
    else:
        form = ServicesForm(initial={"services": kept_services(request)})
    response = show(
        request,
        PageSlug.SOCIAL,
        "pages/social_media.html",
        form=form,
        kept=[Service(service).label for service in kept_services(request)],
        services=[
            (Service(service).label, rules.frame_host, rules.privacy)
            for service, rules in RULES.items()
        ],
    )
    response.headers["Cache-Control"] = "private, no-store"
    if form.errors:
        response.status_code = 422
    return response
