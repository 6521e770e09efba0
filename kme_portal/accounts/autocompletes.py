"""Django's selects that look a row up while one types, against what only a program would send."""

from django.contrib.admin.widgets import AutocompleteMixin
from django.core.exceptions import ValidationError

shown_by_django = AutocompleteMixin.optgroups


def optgroups(self, name, value, attrs=None):
    """Shown again with its error, Django asks the database for whatever was sent as a key.

    A word where a number belongs makes it fail instead of showing the form; left out here, the
    form shows its error beside the field.
    """
    return shown_by_django(self, name, [key for key in value if _is_key(self, key)], attrs)


def _is_key(widget, value) -> bool:
    try:
        widget.choices.queryset.model._meta.pk.to_python(value)
    except (ValidationError, OverflowError):
        return value in widget.choices.field.empty_values
    return True


def install() -> None:
    AutocompleteMixin.optgroups = optgroups
