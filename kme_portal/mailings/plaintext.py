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
LINES = {"dt", "li", "tr"}
SKIPPED = {"head", "script", "style", "title"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.pending = 0
        """Line ends due before the next words; blocks side by side share theirs."""
        self.skipping: list[str] = []
        self.lists: list[int | None] = []
        self.link = ""
        self.link_words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.skipping or tag in SKIPPED or given.get("data-text") == "skip":
            if tag not in VOID:
                self.skipping.append(tag)
            return
        self._break_for(tag)
        if tag == "hr":
            self._say("----")
            self._break(2)
        elif tag == "img":
            self._say(given.get("alt") or "")
        elif tag == "a":
            self.link = given.get("href") or ""
            self.link_words = []
        elif tag in ("td", "th", "dd"):
            self._after_label()
        elif tag in ("ul", "ol"):
            self.lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._bullet()

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag in self.skipping:
                while self.skipping.pop() != tag:
                    pass
            return
        if tag == "a":
            self._end_link()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        # The value follows its label on the same line.
        self._break_for("" if tag == "dt" else "tr" if tag == "dd" else tag)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self._say(re.sub(r"[ \t\r\n]+", " ", data))

    def _say(self, words: str) -> None:
        if self.link_words is not None:
            self.link_words.append(words)
        elif words.strip():
            self.out.append("\n" * self.pending + words)
            self.pending = 0
        elif words and not self.pending:
            self.out.append(" ")

    def _break(self, lines: int) -> None:
        self.pending = max(self.pending, lines)

    def _break_for(self, tag: str) -> None:
        if tag == "br":
            self.pending += 1
        elif tag in BLOCKS or tag == "hr":
            self._break(1 if self.lists and tag in ("p", "ul", "ol") else 2)
        elif tag in LINES:
            self._break(1)

    def _bullet(self) -> None:
        number = self.lists[-1] if self.lists else None
        self._say("– " if number is None else f"{number}. ")
        if number is not None:
            self.lists[-1] = number + 1

    def _after_label(self) -> None:
        """Facts have their label in the first cell or in `dt`: "label: value" on one line."""
        line = "".join(self.out).rpartition("\n")[2].strip()
        if line and not self.pending:
            self.out.append(" " if line.endswith((":", "?")) else ": ")

    def _end_link(self) -> None:
        words = "".join(self.link_words or []).strip()
        self.link_words = None
        target = self.link.removeprefix("mailto:")
        shown = {target, target.rstrip("/"), re.sub(r"^https?://", "", target).rstrip("/")}
        if not self.link or self.link.startswith(("#", "tel:")):
            self._say(words)
        elif not words or words in shown:
            self._say(target)
        else:
            self._say(f"{words}: {target}")


def as_text(html: str) -> str:
    """Lines without markup: lists with dashes, "label: value", links in full after their words."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    text = "".join(writer.out).replace("\u00a0", " ")
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
