"""Markdown to HTML that is safe to show, by an allow list: whoever typed it may be hostile."""

import re
import threading
from functools import lru_cache

import markdown
import nh3
from django.utils.safestring import SafeString, mark_safe

TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em",
    "blockquote", "code", "pre", "a", "table", "thead", "tbody", "tr", "th", "td", "abbr",
    "address",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "th": {"scope"},
    "abbr": {"title"},
    "ol": {"start"},
    "address": {"lang", "dir"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


_of_thread = threading.local()


def _parser() -> markdown.Markdown:
    """One a thread: building it takes as long as most texts do, and it keeps state."""
    if not hasattr(_of_thread, "parser"):
        _of_thread.parser = markdown.Markdown(
            extensions=["sane_lists", "tables", "def_list"], output_format="html"
        )
    return _of_thread.parser.reset()


@lru_cache(maxsize=256)
def to_html(text: str, *, first_heading: int = 2) -> SafeString:
    """HTML of a Markdown text; its highest heading becomes `first_heading` (2 to 4).

    Links leave with rel="nofollow noopener"; images, raw markup and all but http(s), mailto
    and tel links are dropped. Texts are read far more often than written, so the last ones are
    kept.
    """
    html = _parser().convert(text or "")
    html = _shift_headings(html, first_heading)
    html = html.replace("<th>", '<th scope="col">')
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="nofollow noopener",
    )
    # Among Arabic words the groups of a number would else stand in the wrong order.
    cleaned = cleaned.replace('<a href="tel:', '<a dir="ltr" href="tel:')
    return mark_safe(cleaned)  # noqa: S308 - cleaned by the allow list


def to_text(text: str) -> str:
    """The words of a Markdown text without its markup, for descriptions and feeds."""
    plain = nh3.clean(markdown.markdown(text or ""), tags=set())
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return " ".join(plain.split())


def _shift_headings(html: str, first: int) -> str:
    levels = [int(level) for level in re.findall(r"<h([1-6])>", html)]
    if not levels:
        return html
    shift = first - min(levels)
    return re.sub(
        r"<(/?)h([1-6])>", lambda m: f"<{m[1]}h{min(max(int(m[2]) + shift, 2), 4)}>", html
    )
