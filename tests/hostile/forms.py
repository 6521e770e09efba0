"""The forms of a page, as a program finds them that fills in whatever it likes."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    method: str
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class FormReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.inside = Form(given.get("method", "get").lower(), given.get("action", ""))
            self.forms.append(self.inside)
        elif self.inside and tag in ("input", "select", "textarea", "button") and given.get("name"):
            self.inside.fields.setdefault(given["name"], given.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = None


def forms_of(page: str) -> list[Form]:
    reader = FormReader()
    reader.feed(page)
    return reader.forms
