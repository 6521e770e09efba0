"""Paths of the portal that may be named: in a link to report a barrier, and by who reports it."""

from urllib.parse import unquote

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

LONGEST = 300
# Other parts of an address may be a secret, such as the token of a mailed link.
HARMLESS = {"slug"}


def known_path(typed: str) -> str:
    """The path if it leads to a page of the portal that anybody may name, otherwise "".

    Anything else that was typed (another host, a link with a secret, a page that does not
    exist) is left out, since the office will click on it.
    """
    path = unquote(typed or "").partition("?")[0].partition("#")[0]
    if not path.startswith("/") or path.startswith("//") or "\\" in path or len(path) > LONGEST:
        return ""
    try:
        with override(get_language_from_path(path) or "de"):
            match = resolve(path)
    except Resolver404:
        return ""
    return path if set(match.captured_kwargs) <= HARMLESS and not match.args else ""


def path_of(request: HttpRequest | None) -> str:
    """The page shown now, as far as a link may name it."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.args or not set(match.captured_kwargs) <= HARMLESS:
        return ""
    return request.path
