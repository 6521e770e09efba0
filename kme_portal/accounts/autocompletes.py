"""Django's selects that look a row up while one types: valid HTML, and no failure by what only
a program would send.
"""

from django.contrib.admin.widgets import AutocompleteMixin
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH

shown_by_django = AutocompleteMixin.optgroups


def optgroups(self, name, value, attrs=None):
    """Shown again with its error, Django asks the database for whatever was sent as a key.

    A word where a number belongs makes it fail instead of showing the form; left out here, the
    form shows its error beside the field. HTML wants words in every option and, where an answer
    is required, a first one that is none; Django writes an empty one or leaves it out.
    """
    groups = shown_by_django(self, name, [key for key in value if _is_key(self, key)], attrs)
    if self.allow_multiple_selected:
        return groups
    chosen = [option for option in groups[0][1] if option["value"]]
    no_answer = self.create_option(name, *BLANK_CHOICE_DASH[0], not chosen, 0)
    return [(None, [no_answer, *chosen], 0)]


def _is_key(widget, value) -> bool:
    try:
        widget.choices.queryset.model._meta.pk.to_python(value)
    except (ValidationError, OverflowError):
        return value in widget.choices.field.empty_values
    return True


def install() -> None:
    AutocompleteMixin.optgroups = optgroups
