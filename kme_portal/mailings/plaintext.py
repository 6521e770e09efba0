"""The text part of a letter, derived from its HTML.

Markdown converters escape dots and dashes and turn names into links; a mail read on an old
telephone or aloud wants lines, and addresses in full.
"""

import re
from html.parser import HTMLParser

BLOCKS = {
    "address",
    "article",
    "blockquote",
    "div",
    "dl",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "ol",
    "p",
    "section",
    "table",
    "ul",
}
LINES = {"dd", "dt", "li", "tr"}
SKIPPED = {"head", "script", "style", "title"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.skipping: list[str] = []
        self.lists: list[int | None] = []
        self.link = ""
        self.link_starts = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self.skipping or tag in SKIPPED or given.get("data-text") == "skip":
            if tag not in VOID:
                self.skipping.append(tag)
            return
        if tag == "br":
            self.out.append("\n")
        elif tag == "hr":
            self.out.append("\n\n----\n\n")
        elif tag == "img":
            self.out.append(given.get("alt") or "")
        elif tag == "a":
            self.link = given.get("href") or ""
            self.link_starts = len(self.out)
        elif tag in ("td", "th"):
            self._between_cells()
        elif tag in BLOCKS:
            self.out.append("\n\n")
        elif tag in LINES:
            self.out.append("\n")
        if tag in ("ul", "ol"):
            self.lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._bullet()

    def handle_endtag(self, tag):
        if self.skipping:
            if tag in self.skipping:
                while self.skipping.pop() != tag:
                    pass
            return
        if tag == "a":
            self._write_address()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag in BLOCKS:
            self.out.append("\n\n")
        elif tag == "dt":
            self._colon()
        elif tag in LINES:
            self.out.append("\n")

    def handle_data(self, data):
        if not self.skipping:
            self.out.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _bullet(self) -> None:
        number = self.lists[-1] if self.lists else None
        if number is None:
            self.out.append("– ")
        else:
            self.out.append(f"{number}. ")
            self.lists[-1] = number + 1

    def _colon(self) -> None:
        text = "".join(self.out).rstrip()
        self.out = [text if text.endswith((":", "?")) else f"{text}: "]

    def _between_cells(self) -> None:
        """A table of facts has its label in the first cell: "label: value"."""
        line = "".join(self.out).rpartition("\n")[2].strip()
        if line:
            self.out.append(" " if line.endswith((":", "?")) else ": ")

    def _write_address(self) -> None:
        text = "".join(self.out[self.link_starts :]).strip()
        target = self.link.removeprefix("mailto:").removeprefix("tel:")
        shown = {target, target.rstrip("/"), re.sub(r"^https?://", "", target).rstrip("/")}
        if not self.link or self.link.startswith("#"):
            return
        if text in shown or self.link.startswith("tel:"):
            del self.out[self.link_starts :]
            self.out.append(text if self.link.startswith("tel:") else target)
        else:
            self.out.append(f": {target}" if text else target)


def as_text(html: str) -> str:
    """Lines without markup: lists with dashes, "label: value", links in full after their words."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    text = "".join(writer.out).replace("\u00a0", " ")
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
