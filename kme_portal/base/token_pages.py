"""Pages behind a signed link of a mail: no sign-in, no trace, one answer for what is unknown.

    class AnswerView(TokenPageMixin, FormView):
        def find_row(self, token):
            if (read := read_token("invitation", token)) is None:
                return None
            public_id, version = read
            return Recipient.objects.filter(public_id=public_id, link_version=version).first()

The row is `self.row`. An unknown, a revoked and an expired link look alike (status 404), and the
page says what to do. Nothing is cached or indexed, and no referrer bears the address.

Links are signed, so guessing is hopeless; who guesses is stopped all the same. Counted are the
unknown links of a network and what is sent by one link: never the honest answers of a whole
office behind one address.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from kme_portal.base.limits import Limit, TooMany, count, too_many
from kme_portal.base.network import network_of
from kme_portal.base.tallies import Tally

UNKNOWN = Limit("links.unknown", tries=60, seconds=600)
PER_LINK = Tally(Limit("links.sent", tries=40, seconds=600), shared_every=10)

PRIVATE = {
    # Names the site, never the address. "no-referrer" would make browsers send "Origin: null"
    # with the forms of these pages, which the protection against forged requests refuses.
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def keep_private(response: HttpResponse) -> HttpResponse:
    """Headers of a page whose address is a secret."""
    add_never_cache_headers(response)
    response.headers["Cache-Control"] = "no-store, private"
    for name, value in PRIVATE.items():
        response.headers[name] = value
    return response


def link_unknown(request: HttpRequest) -> HttpResponse:
    """One page for unknown, revoked and expired links, with what to do."""
    try:
        count(UNKNOWN, network_of(request))
    except TooMany as error:
        return keep_private(too_many(request, error))
    return keep_private(render(request, "base/link_unknown.html", status=404))


def token_page(view: Callable) -> Callable:
    """For a function view: public, private headers, and None answered by `link_unknown`."""

    @login_not_required
    @wraps(view)
    def private(request: HttpRequest, *args, **kwargs):
        response = view(request, *args, **kwargs)
        return link_unknown(request) if response is None else keep_private(response)

    return private


class TokenPageMixin:
    """For a class-based view whose address has a `token`; stands before the generic view."""

    row: Any = None

    @classmethod
    def as_view(cls, **initkwargs):
        return login_not_required(super().as_view(**initkwargs))

    def find_row(self, token: str) -> Any:
        """The row of this link, or None when it is forged, was revoked or has expired."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        self.row = self.find_row(kwargs["token"])
        if self.row is None:
            return link_unknown(request)
        if request.method == "POST":
            seconds = PER_LINK.count(kwargs["token"])
            if seconds:
                return keep_private(too_many(request, TooMany(PER_LINK.limit, seconds)))
        return keep_private(super().dispatch(request, *args, **kwargs))
