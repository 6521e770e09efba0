"""Unsubscribing by link: the signed link is the proof, no account, no address in it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from kme_portal.base.token_pages import token_page
from kme_portal.mailings import services, unsubscribing
from kme_portal.mailings.links import read_token
from kme_portal.mailings.rendering import UNSUBSCRIBE


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@token_page
def unsubscribe(request, token):
    """GET shows where things stand and a button; POST, also a mail program's own, unsubscribes.

    Mail programs post without a cookie (one click, RFC 8058), hence no token against forged
    requests here.
    """
    if (digest := _digest_in(token)) is None:
        return None
    if request.method == "POST":
        unsubscribing.unsubscribe(address_digest=digest)
        if "List-Unsubscribe" in request.POST:
            return HttpResponse("ok\n", content_type="text/plain")
        return redirect("mailings:unsubscribe", token=token)
    context = {"token": token, "is_blocked": services.is_blocked(address_digest=digest)}
    return render(request, "mailings/unsubscribe.html", context)


@require_POST
@token_page
def subscribe_again(request, token):
    if (digest := _digest_in(token)) is None:
        return None
    unsubscribing.subscribe_again(address_digest=digest)
    return redirect("mailings:unsubscribe", token=token)


def _digest_in(token: str) -> str | None:
    read = read_token(UNSUBSCRIBE, token)
    return read[0] if read else None
