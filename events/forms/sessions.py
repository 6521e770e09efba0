"""Choosing one of several sessions that take place at the same time."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.services.places import SessionState, Slot
from events.templatetags.events import span

PREFIX = "session_"


def add_session_fields(form: forms.Form, slots: Sequence[Slot], chosen: Iterable[int] = ()) -> None:
    """One group of radio buttons a time slot; a choice is never compulsory."""
    chosen = set(chosen)
    for number, slot in enumerate(slots):
        form.fields[f"{PREFIX}{number}"] = forms.TypedChoiceField(
            label=_("Which session do you choose, %(time)s?")
            % {"time": span(slot.starts_at, slot.ends_at)},
            choices=[
                ("", _("none of these")),
                *((one.pool.pk, session_label(one)) for one in slot.sessions),
            ],
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
        )
        ids = [one.pool.pk for one in slot.sessions if one.pool.pk in chosen]
        form.initial.setdefault(f"{PREFIX}{number}", ids[0] if ids else "")


def session_label(one: SessionState) -> str:
    """Such as “Forum 1 – 12 seats free”; honest before the choice, not after it."""
    if one.free:
        text = ngettext("%(free)s seat free", "%(free)s seats free", one.free)
        return f"{one.item.title} – {text % {'free': one.free}}"
    return _("%(choice)s – waiting list") % {"choice": one.item.title}


def session_fields(form: forms.Form) -> list[forms.BoundField]:
    return [form[name] for name in form.fields if name.startswith(PREFIX)]


def chosen_sessions(form: forms.Form) -> list[int]:
    """Ids of the pools that were chosen."""
    values = (form.cleaned_data.get(name) for name in form.fields if name.startswith(PREFIX))
    return [value for value in values if value]
