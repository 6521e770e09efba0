"""Atom feeds of typed words: shown as typed, and whole whatever was pasted."""

import re
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.feedgenerator import Atom1Feed

# XML knows no way to write these; word processors leave some of them in what is pasted.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class TextFeed(Atom1Feed):
    """Titles and descriptions are plain text.

    Django hands a description on as HTML; escaped here, no reader makes markup of it.
    """

    def add_item(self, title: str, link: str, description: str, **given: Any) -> None:
        words = linebreaksbr(CONTROL.sub("", description))
        super().add_item(CONTROL.sub("", title), link, words, **given)
