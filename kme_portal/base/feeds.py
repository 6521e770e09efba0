"""Atom feeds of typed words: shown as typed, and whole whatever was pasted."""

from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.feedgenerator import Atom1Feed

from kme_portal.base.words import without_control_signs


class TextFeed(Atom1Feed):
    """Titles and descriptions are plain text.

    Django hands a description on as HTML; escaped here, no reader makes markup of it.
    """

    def add_item(self, title: str, link: str, description: str, **given: Any) -> None:
        words = linebreaksbr(without_control_signs(description))
        super().add_item(without_control_signs(title), link, words, **given)
