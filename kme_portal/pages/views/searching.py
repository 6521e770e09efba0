from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kme_portal.base import navigation
from kme_portal.pages.forms.searching import SearchForm
from kme_portal.pages.searching import Found, find


@require_safe
@login_not_required
def search(request):
    """Finds what this reader may see; the page stays cacheable for visitors."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    found = Found(groups=[], is_alike=False)
    notices = []
    if form.is_bound:
        form.is_valid()
        notices = [
            _("The filter “%(filter)s” was left out, because its value is unknown.")
            % {"filter": form.fields[name].label}
            for name in form.errors
        ]
        found = find(form, request.user, request.GET.get("page"))
    count = sum(group.count for group in found.groups)
    return render(
        request,
        "pages/search.html",
        {
            "form": form,
            "typed": form["q"].value() or "",
            "groups": found.groups,
            "is_alike": found.is_alike,
            "is_one_kind": bool(form.is_bound and form.cleaned_data.get("art")),
            "notices": notices,
            "ways": [entry for entry in navigation.header if entry.url],
            "result": ngettext("%(count)s hit", "%(count)s hits", count) % {"count": count},
        },
    )
