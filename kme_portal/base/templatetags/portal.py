"""Tags and filters of the shared templates; they show, they never query."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms, template
from django.conf import settings
from django.contrib.messages import get_messages
from django.core.paginator import Page
from django.db.models import Model, QuerySet
from django.urls import Resolver404, resolve
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language, get_language_info

from kme_portal.base import markup, navigation, paths, words

register = template.Library()
register.filter("listed", words.listed)
register.filter("dialled", words.dialled)


@register.filter
def markdown(text, first_heading=2):
    """Markdown as safe HTML; the argument is the level of its highest heading."""
    return markup.to_html(text, first_heading=first_heading)


@register.filter
def plain(text):
    """Markdown without its markup."""
    return markup.to_text(text)


@register.filter
def german(text):
    """A German name or text, marked as such on pages in other languages."""
    if get_language() == "de" or not text:
        return text
    return format_html('<bdi lang="de">{}</bdi>', text)


@register.filter
def translated(instance, field):
    """An office text in the reader's language; the German, marked so, where there is none."""
    text = getattr(instance, field)
    if getattr(instance, f"{field}_{get_language()}", text):
        return text
    return german(text)


@register.filter
def markdown_translated(instance, field):
    """The same for a text in Markdown, in a block of its own."""
    text = getattr(instance, field)
    if getattr(instance, f"{field}_{get_language()}", text):
        return markup.to_html(text)
    return format_html('<div lang="de" dir="ltr">{}</div>', markup.to_html(text))


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    is_current: bool = False
    language: str = ""
    direction: str = "ltr"


def _path(context) -> str:
    request = getattr(context, "request", None) or context.get("request")
    return request.path if request else ""


def _links(entries, path) -> list[Link]:
    return [
        Link(entry.label, url, is_current=path.startswith(url))
        for entry in entries
        if (url := entry.url)
    ]


@register.simple_tag(takes_context=True)
def header_links(context):
    return _links(navigation.header, _path(context))


@register.simple_tag(takes_context=True)
def footer_links(context):
    return _links(navigation.footer, _path(context))


@register.simple_tag(takes_context=True)
def newcomer_links(context):
    return _links(navigation.newcomers, _path(context))


@register.simple_tag
def easy_link():
    """The pages in Leichte Sprache, which BITVNRW asks for on every way in."""
    return navigation.Entry("", "pages:leichte-sprache").url


@register.simple_tag(takes_context=True)
def barrier_link(context):
    """Where to report a barrier, naming the page one is on; a secret in its address stays out."""
    request = getattr(context, "request", None) or context.get("request")
    entry = navigation.Entry("", "pages:barrier").url
    path = paths.path_of(request)
    return f"{entry}?{urlencode({'seite': path}, safe='/')}" if entry and path else entry


@register.simple_tag(takes_context=True)
def language_links(context):
    """This page in each language, named in that language; the home page where there is none."""
    request = getattr(context, "request", None) or context.get("request")
    links = []
    for code, _name in settings.LANGUAGES:
        info = get_language_info(code)
        links.append(
            Link(
                info["name_local"].capitalize() if code != "ar" else info["name_local"],
                _in_language(request, code),
                is_current=code == get_language(),
                language=code,
                direction="rtl" if info["bidi"] else "ltr",
            )
        )
    return links


def _is_page(request) -> bool:
    if request is None:
        return False
    try:
        return bool(request.resolver_match or resolve(request.path))
    except Resolver404:
        return False


def _in_language(request, code: str) -> str:
    """Addresses differ by their prefix alone: the path segments are German in every language."""
    prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
    if not _is_page(request):
        return f"{prefix}/"
    path = request.get_full_path()
    if get_language() != settings.LANGUAGE_CODE:
        path = path.removeprefix(f"/{get_language()}")
    return f"{prefix}{path}"


@register.simple_tag(takes_context=True)
def shown_messages(context):
    """Messages to show; who has no session has none, and is not given one by asking."""
    request = getattr(context, "request", None) or context.get("request")
    if request is None:
        return []
    storage = get_messages(request)
    if settings.SESSION_COOKIE_NAME in request.COOKIES or getattr(storage, "added_new", False):
        return list(storage)
    return []


@dataclass(frozen=True)
class Chip:
    """One active filter, and the address of the list without it."""

    label: str
    value: str
    url: str
    is_words: bool


@register.simple_tag(takes_context=True)
def filter_chips(context, form):
    """The active filters of a bound GET form, in the order of its fields."""
    request = getattr(context, "request", None) or context.get("request")
    if request is None or not form.is_bound:
        return []
    form.is_valid()
    chips = []
    for bound in form:
        value = form.cleaned_data.get(bound.name)
        if bound.is_hidden or not value:
            continue
        for key, text in _values(bound, value):
            query = request.GET.copy()
            kept = [] if key is None else [v for v in query.getlist(bound.html_name) if v != key]
            query.setlist(bound.html_name, kept)
            query.pop("page", None)
            encoded = query.urlencode()
            address = f"{request.path}?{encoded}" if encoded else request.path
            chips.append(Chip(bound.label, text, address, is_words=bound.name == "q"))
    return chips


@register.filter
def filters_set(chips) -> int:
    """How many of the active filters lie in the part that can be folded away."""
    return sum(not chip.is_words for chip in chips)


def _values(bound, value) -> list[tuple[str | None, str]]:
    """Key in the address (None: the field has one value only) and text of what was chosen."""
    if isinstance(bound.field, forms.BooleanField):
        return [(None, "")]
    if isinstance(value, list | tuple | QuerySet):
        return [(str(_key(bound, one)), _text(bound, one)) for one in value]
    return [(None, _text(bound, value))]


def _key(bound, value):
    return bound.field.prepare_value(value) if isinstance(value, Model) else value


def _text(bound, value) -> str:
    if isinstance(value, Model):
        return bound.field.label_from_instance(value)
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(_flat(getattr(bound.field, "choices", ())).get(str(value), value))


def _flat(choices) -> dict[str, str]:
    found = {}
    for key, label in choices:
        if isinstance(label, list | tuple):
            found |= _flat(label)
        else:
            found[str(key)] = label
    return found


@register.filter
def page_window(page: Page):
    """Page numbers to offer around the current one; None stands for a gap."""
    return [
        number if isinstance(number, int) else None
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


@register.filter
def introducing(label) -> str:
    """A label before its message: a question or sentence has its own sign at the end."""
    return label if str(label).endswith(("?", "؟", ":", ".")) else f"{label}:"


@register.filter
def form_errors(form):
    """(id of the field, its label, its message) of each error, those of the whole form first."""
    found = [("", "", message) for message in form.non_field_errors()]
    for bound in form:
        if bound.is_hidden:
            found += [("", "", message) for message in bound.errors]
        else:
            target = bound.id_for_label or f"{bound.auto_id}_0"
            # The words of a consent are too long to stand above the form once more.
            label = getattr(bound.field, "summary_label", Truncator(bound.label).words(12))
            found += [(target, label, message) for message in bound.errors]
    return found
