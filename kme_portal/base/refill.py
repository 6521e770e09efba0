"""Puts what somebody typed back into a form of a page that was rendered without it.

Works on the finished page, so that no view needs to know: the same has been done for forms in
Python since formencode's `htmlfill`. What finds no place is returned, never dropped.
"""

from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# Of the page itself: a fresh token, and as many rows as it shows.
FRESH = "csrfmiddlewaretoken"
FRESH_ENDINGS = ("-TOTAL_FORMS", "-INITIAL_FORMS", "-MIN_NUM_FORMS", "-MAX_NUM_FORMS")
UNTOUCHED = {"password", "file", "submit", "button", "image", "reset"}

Fields = list[tuple[str, str]]


def refill(page: str, *, address: str, target: str, fields: Fields) -> tuple[str, Fields]:
    """The page with the fields in the form that is sent by POST to `target`, and what is left.

    `address` is the page's own path, which relative targets are resolved against.
    """
    filler = _Filler(address, target, fields)
    filler.feed(page)
    filler.close()
    return "".join(filler.page), filler.left()


class _Filler(HTMLParser):
    def __init__(self, address: str, target: str, fields: Fields) -> None:
        super().__init__(convert_charrefs=False)
        self.page: list[str] = []
        self.address = address
        self.target = target
        self.waiting = [
            (name, value)
            for name, value in fields
            if name != FRESH and not name.endswith(FRESH_ENDINGS)
        ]
        self.names = {name for name, _value in self.waiting}
        self.inside = False
        self.select: str | None = None
        self.skipping: str | None = None

    def left(self) -> Fields:
        return [(name, value) for name, value in self.waiting if value.strip()]

    # Events of the parser: everything is written again as it came, but for the fields.

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = self._is_wanted(given)
        if not self.inside:
            self._write(self.get_starttag_text())
        elif tag == "input":
            self._write(self._input(given))
        elif tag == "textarea":
            self._write(self.get_starttag_text())
            self._textarea(given)
        elif tag == "select":
            name = given.get("name") or ""
            known = name in self.names or "multiple" in given
            self.select = name if known else None
            self._write(self.get_starttag_text())
        elif tag == "option" and self.select is not None:
            self._write(self._option(given))
        else:
            if tag == "button" and given.get("name"):
                self._take(given["name"], given.get("value") or "")
            self._write(self.get_starttag_text())

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == self.skipping:
            self.skipping = None
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = None
        self._write(f"</{tag}>")

    def handle_data(self, data):
        self._write(data)

    def handle_entityref(self, name):
        self._write(f"&{name};")

    def handle_charref(self, name):
        self._write(f"&#{name};")

    def handle_comment(self, data):
        self._write(f"<!--{data}-->")

    def handle_decl(self, decl):
        self._write(f"<!{decl}>")

    # Fields

    def _is_wanted(self, form: dict) -> bool:
        if (form.get("method") or "").lower() != "post":
            return False
        return urlsplit(urljoin(self.address, form.get("action") or "")).path == self.target

    def _input(self, given: dict) -> str:
        kind = (given.get("type") or "text").lower()
        name = given.get("name") or ""
        if kind in ("submit", "image") and name:
            self._take(name, given.get("value") or "")
        if not name or kind in UNTOUCHED:
            return self.get_starttag_text()
        if kind == "checkbox" or (kind == "radio" and name in self.names):
            given.pop("checked", None)
            if self._take(name, given.get("value") or "on"):
                given["checked"] = None
            return _tag("input", given)
        value = self._next(name) if kind != "radio" else None
        if value is None:
            return self.get_starttag_text()
        return _tag("input", given | {"value": value})

    def _textarea(self, given: dict) -> None:
        value = self._next(given.get("name") or "")
        if value is not None:
            # A browser drops the first line break.
            self._write("\n" + escape(value, quote=False))
            self.skipping = "textarea"

    def _option(self, given: dict) -> str:
        given.pop("selected", None)
        if self._take(self.select or "", given.get("value") or ""):
            given["selected"] = None
        return _tag("option", given)

    def _next(self, name: str) -> str | None:
        for place, (waiting, value) in enumerate(self.waiting):
            if waiting == name:
                del self.waiting[place]
                return value
        return None

    def _take(self, name: str, value: str) -> bool:
        if (name, value) in self.waiting:
            self.waiting.remove((name, value))
            return True
        return False

    def _write(self, text: str | None) -> None:
        if self.skipping is None:
            self.page.append(text or "")


def _tag(name: str, given: dict) -> str:
    return f"<{name}{''.join(_attributes(given.items()))}>"


def _attributes(given: Iterable[tuple[str, str | None]]) -> Iterable[str]:
    for key, value in given:
        yield f" {key}" if value is None else f' {key}="{escape(value)}"'
