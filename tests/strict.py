"""Unknown variables in our own templates fail, instead of being shown as nothing."""

import sys
from pathlib import Path

from django.conf import settings


class UnknownVariable(AssertionError):
    """A template names what its context does not have."""


class Strict(str):
    """Value of `string_if_invalid`: Django formats it with the name of the variable.

    Templates of other packages are left alone; Django's admin relies on leniency.
    """

    __slots__ = ()

    def __mod__(self, name):
        template = _template_at_work()
        if template is not None and _is_ours(template):
            raise UnknownVariable(f"{template}: {name}")
        return ""


def _template_at_work() -> str | None:
    """The file of the template whose variable is being resolved."""
    frame = sys._getframe(2)
    while frame is not None:
        context = frame.f_locals.get("context")
        origin = getattr(frame.f_locals.get("self"), "origin", None)
        if origin is not None:
            return origin.name
        current = getattr(getattr(context, "render_context", None), "template", None)
        if current is not None:
            return current.origin.name
        frame = frame.f_back
    return None


def _is_ours(template: str) -> bool:
    path = Path(template)
    return path.is_relative_to(settings.BASE_DIR) and "site-packages" not in path.parts
