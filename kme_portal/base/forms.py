"""Django forms in KERN's markup: labels, hints and errors tied to their fields.

Set per form, not as FORM_RENDERER: that would restyle the admin.
"""

from functools import lru_cache
from html import escape

from django import forms
from django.core.validators import URLValidator
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


class KernBoundField(BoundField):
    """Puts KERN's classes on the widget and tells the template which markup it needs."""

    @property
    def is_group(self) -> bool:
        return isinstance(self.field.widget, GROUPS)

    @property
    def is_checkbox(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_select(self) -> bool:
        return isinstance(self.field.widget, forms.Select) and not self.is_group

    @property
    def is_multiple(self) -> bool:
        return isinstance(self.field.widget, forms.SelectMultiple)

    @property
    def is_marked_optional(self) -> bool:
        """Unless the form says `hide_optional` or the field `unmarked`."""
        return not (
            self.field.required
            or getattr(self.field, "unmarked", False)
            or getattr(self.form, "hide_optional", False)
        )

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if widget.is_hidden:
            return attrs
        name = self._class_of(widget)
        classes = [widget.attrs.get("class"), name, f"{name}--error" if self.errors else None]
        attrs["class"] = " ".join(filter(None, classes))
        if isinstance(widget, GROUPS):
            # The group bears the state; a single radio button can't be invalid by itself.
            attrs.pop("aria-invalid", None)
        return attrs

    def _class_of(self, widget) -> str:
        # The group of checkboxes is a subclass of the group of radio buttons.
        if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
            return "kern-form-check__checkbox"
        if isinstance(widget, forms.RadioSelect):
            return "kern-form-check__radio"
        if isinstance(widget, forms.Select):
            return "kern-form-input__select"
        return "kern-form-input__input"


class KernRenderer(TemplatesSetting):
    form_template_name = "kern/form.html"
    field_template_name = "kern/field.html"
    formset_template_name = "kern/formset.html"


class KernFormMixin:
    """First base of every form a visitor sees: `class SignUpForm(KernFormMixin, forms.Form)`.

    `{{ form }}` renders all fields; `{% include "components/form.html" %}` the whole form
    with its summary of errors.
    """

    default_renderer = KernRenderer
    bound_field_class = KernBoundField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Django's own sentence says what is wrong; ours says what to do.
            if field.error_messages.get("required") is DJANGO_REQUIRED:
                field.error_messages["required"] = _what_to_do(field)


def _what_to_do(field: forms.Field):
    if isinstance(field, forms.BooleanField):
        return _("Please tick the box.")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Please choose.")
    return _("Please fill in this field.")


class PlainSelect(forms.Select):
    """A select built in one go: a template per option costs more than a whole list."""

    def render(self, name, value, attrs=None, renderer=None):
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        chosen = "" if value is None else str(value)
        # Each option is escaped there.
        options = "".join(
            _option(str(key), str(label), is_chosen=str(key) == chosen)
            for key, label in self.choices
        )
        flat = format_html_join("", ' {}="{}"', attributes.items())
        return format_html("<select{}>{}</select>", flat, mark_safe(options))  # noqa: S308


@lru_cache(maxsize=2_000)
def _option(key: str, label: str, *, is_chosen: bool) -> str:
    """Django's own escape() takes several times longer, and these are plain text, never markup."""
    selected = " selected" if is_chosen else ""
    return f'<option value="{escape(key)}"{selected}>{escape(label)}</option>'


class WebAddressField(forms.URLField):
    """A link that somebody types: http or https and nothing else; https where it is left out."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)


class DateInput(forms.DateInput):
    """The browser's own calendar, in the reader's language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")
