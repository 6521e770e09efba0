"""The forms of a page, as a program finds them that fills in whatever it likes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

CHOSEN = {"checkbox", "radio"}
PRESSED = {"submit", "image", "button", "reset"}


@dataclass
class Control:
    """Whatever bears a name; the boxes and options of one name are one."""

    name: str
    kind: str
    """The type of an input, or `select`, `textarea`."""
    attributes: dict[str, str]
    values: list[str] = field(default_factory=list)
    """What it says; of choices, what is chosen."""
    choices: list[str] = field(default_factory=list)
    is_hidden_from_people: bool = False


@dataclass
class Form:
    method: str
    action: str
    controls: dict[str, Control] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, str]:
        """Every name, buttons' too, with what it says as the page is opened."""
        said = {name: "".join(one.values[:1]) for name, one in self.controls.items()}
        return dict(self.buttons) | said


class FormReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.control: Control | None = None
        self.hidden = 0

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.inside = Form(given.get("method", "get").lower(), given.get("action", ""))
            self.forms.append(self.inside)
        if self.inside is None:
            return
        if tag == "div" and (self.hidden or "hidden" in given):
            self.hidden += 1
        if tag == "option" and self.control:
            self._choose(self.control, given.get("value", ""), is_chosen="selected" in given)
        elif tag in ("input", "select", "textarea", "button") and given.get("name"):
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text" if tag == "input" else "submit").lower()
        kind = kind if tag in ("input", "button") else tag
        name, value = given["name"], given.get("value", "")
        if kind in PRESSED:
            self.inside.buttons.append((name, value))
            return
        new = Control(name, kind, given, is_hidden_from_people=bool(self.hidden))
        control = self.inside.controls.setdefault(name, new)
        if kind in CHOSEN:
            self._choose(control, given.get("value", "on"), is_chosen="checked" in given)
        elif tag == "input":
            control.values.append(value)
        else:
            self.control = control

    @staticmethod
    def _choose(control: Control, value: str, *, is_chosen: bool) -> None:
        control.choices.append(value)
        if is_chosen:
            control.values.append(value)

    def handle_data(self, data):
        if self.control and self.control.kind == "textarea":
            self.control.values = ["".join([*self.control.values, data])]

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside, self.hidden = None, 0
        elif tag == "div" and self.hidden:
            self.hidden -= 1
        elif tag in ("select", "textarea"):
            self.control = None


def forms_of(page: str) -> list[Form]:
    reader = FormReader()
    reader.feed(page)
    return reader.forms


def posts_of(page: str) -> Iterator[Form]:
    """Those that change something; signing out is everywhere the same."""
    for form in forms_of(page):
        if form.method == "post" and "abmelden" not in form.action:
            yield form
