"""What the head of a page tells machines: its address, its languages, how it looks when shared."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()

LOCALES = {"de": "de_DE", "en": "en_GB", "tr": "tr_TR", "ar": "ar_AR"}


class CaptureNode(template.Node):
    def __init__(self, nodelist, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context):
        # Escaped already where it was written.
        context[self.name] = mark_safe(self.nodelist.render(context).strip())  # noqa: S308
        return ""


@register.tag
def capture(parser, token):
    """`{% capture name %}…{% endcapture %}`: what stands between, to be shown more than once."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, name)


@dataclass(frozen=True)
class PageLinks:
    """Absolute addresses of a public page: its own, and by language."""

    canonical: str
    languages: list[tuple[str, str]]
    locale: str


@register.simple_tag(takes_context=True)
def page_links(context) -> PageLinks | None:
    """Addresses of the page, without filters; None for pages that nobody shall find.

    A view names another one by `canonical`: a path with the language's prefix and, if it must
    be, a query.
    """
    request = context.get("request")
    match = request.resolver_match if request else None
    if match is None or "token" in match.kwargs or "verwaltung/" in match.route:
        return None
    language = get_language() or settings.LANGUAGE_CODE
    path = context.get("canonical") or _own_path(request)
    if language != settings.LANGUAGE_CODE:
        path = path.removeprefix(f"/{language}")
    by_language = {
        code: f"{settings.PORTAL_URL}{'' if code == settings.LANGUAGE_CODE else f'/{code}'}{path}"
        for code, _name in settings.LANGUAGES
    }
    return PageLinks(
        canonical=by_language[language],
        languages=[*by_language.items(), ("x-default", by_language[settings.LANGUAGE_CODE])],
        locale=LOCALES[language],
    )


def _own_path(request) -> str:
    page = request.GET.get("page", "")
    return f"{request.path}?page={page}" if page.isdecimal() else request.path
