"""When the protection against forged requests refuses a form: whether it was an honest one.

Signing in changes the secret of that protection, so forms that stood open are refused. Their text
is offered again where the proof is as good as the one that failed: the form bears the secret from
before, of the same account in the same browser; or it stands on a page for everybody and the
browser says that it came from this portal.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware import csrf
from django.shortcuts import render

from kme_portal.accounts import unsent

EARLIER = "earlier_form_secret"


def remember(request: HttpRequest, secret: str) -> None:
    """Note in the new session which secret the forms from before bear."""
    if secret:
        request.session[EARLIER] = secret


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a refused form; what was typed is on it, to be sent with a fresh token."""
    fields = unsent.typed_in(request.POST) if _is_honest(request) else []
    whole = len(fields) == len([name for name in _all(request) if name != "csrfmiddlewaretoken"])
    context = {
        "fields": fields if whole else [],
        "has_files": bool(request.FILES),
        "target": request.get_full_path(),
        "page": unsent.page_of(request),
    }
    return render(request, "403_csrf.html", context, status=403)


def _all(request: HttpRequest) -> list[str]:
    return [name for name, values in request.POST.lists() for _value in values]


def _is_honest(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN")
    ours = f"{request.scheme}://{request.get_host()}"
    if origin is not None and origin != ours:
        return False
    match = request.resolver_match
    if match is None:
        return False
    if not getattr(match.func, "login_required", True):
        return origin == ours
    return request.user.is_authenticated and _bears(request, request.session.get(EARLIER, ""))


def _bears(request: HttpRequest, secret: str) -> bool:
    """Whether the form's token was made of this secret."""
    token = request.POST.get("csrfmiddlewaretoken", "")
    try:
        csrf._check_token_format(token)
        csrf._check_token_format(secret)
    except csrf.InvalidTokenFormat:
        return False
    return len(secret) == csrf.CSRF_SECRET_LENGTH and csrf._does_token_match(token, secret)
