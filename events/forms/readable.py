"""Forms of the admin as people read them."""

from django import forms
from django.utils.text import capfirst

from kme_portal.base.moments import MomentWidget


def make_readable(form: forms.Form) -> None:
    """Labels with a capital, as Django gives them to fields of models; 18:00, not 18:00:00."""
    for field in form.fields.values():
        field.label = capfirst(field.label)
        if isinstance(field.widget, MomentWidget):
            field.widget.widgets[1].format = "%H:%M"
