"""Words as readers, telephones and files take them."""

import re
from collections.abc import Iterable

from django.utils.translation import pgettext


def listed(words: Iterable[object]) -> str:
    """The words in one line, with the comma of the reader's language; empty ones left out."""
    comma = pgettext("comma between the words of a list, with the space after it", ", ")
    return comma.join(str(word) for word in words if word)


# XML knows no way to write these; word processors leave some of them in what is pasted.
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def without_control_signs(text: str) -> str:
    """For feeds and spreadsheets, which one such sign would break."""
    return CONTROL_SIGNS.sub("", text)


def dialled(number: str) -> str:
    """A telephone number as a `tel:` address takes it: "+49 (0)221 / 47 11" is +492214711."""
    if number.lstrip().startswith(("+", "00")):
        number = number.replace("(0)", "")
    return "".join(sign for sign in number if sign.isdecimal() or sign == "+")
