"""What the office types about the programme."""

from datetime import datetime

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.forms.readable import make_readable
from events.models import AgendaItem, Event, PoolKind, Seat


class AgendaItemForm(forms.ModelForm):
    """A point of the programme by the clock; its day is the event's unless that lasts longer."""

    day = forms.DateField(
        label=_("day"),
        required=False,
        widget=AdminDateWidget,
        help_text=_("Only for events of several days."),
    )
    from_time = forms.TimeField(label=_("from"), widget=AdminTimeWidget(format="%H:%M"))
    until_time = forms.TimeField(
        label=_("until"), widget=AdminTimeWidget(format="%H:%M"), required=False
    )

    seats = forms.IntegerField(
        label=_("seats, where guests choose between parallel sessions"),
        min_value=0,
        max_value=5000,
        required=False,
        help_text=_("Left empty, it is for everybody. Sessions at the same time are one choice."),
    )

    class Meta:
        model = AgendaItem
        fields = ["title_de", "people_de", "room", "title_en", "people_en"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        make_readable(self)
        item = self.instance
        if item.pk:
            starts_at = timezone.localtime(item.starts_at)
            self.initial["from_time"] = starts_at.time()
            if item.ends_at:
                self.initial["until_time"] = timezone.localtime(item.ends_at).time()
            pool = item.pools.first()
            self.initial["seats"] = pool.seats if pool and pool.seats else None
            if starts_at.date() != timezone.localdate(item.event.starts_at):
                self.initial["day"] = starts_at.date()

    def clean(self):
        data = super().clean()
        first, last = data.get("from_time"), data.get("until_time")
        if first and last and last <= first:
            self.add_error("until_time", _("The end lies before the beginning."))
        if data.get("seats") and not last:
            self.add_error("until_time", _("A session with seats needs an end."))
        return data

    def clean_seats(self) -> int:
        seats = self.cleaned_data["seats"] or 0
        taken = Seat.objects.filter(pool__session=self.instance).count() if self.instance.pk else 0
        if seats < taken:
            raise ValidationError(
                _("%(taken)s seats are given already; fewer are not possible."),
                params={"taken": taken},
            )
        return seats

    def put_on_clock(self, event: Event) -> None:
        """Turn the typed times into moments on the event's day, Berlin time."""
        day = self.cleaned_data.get("day") or timezone.localdate(event.starts_at)
        until = self.cleaned_data.get("until_time")
        self.instance.starts_at = timezone.make_aware(
            datetime.combine(day, self.cleaned_data["from_time"])
        )
        self.instance.ends_at = timezone.make_aware(datetime.combine(day, until)) if until else None


class AgendaFormSet(forms.BaseInlineFormSet):
    def clean(self):
        super().clean()
        of_event = self._seats_of_event()
        for form in self.forms:
            if (form.cleaned_data.get("seats") or 0) > of_event:
                form.add_error("seats", _("That is more than the event has seats."))

    def _seats_of_event(self) -> int:
        """As they stand in the same form, above the programme."""
        typed = (self.data.get(f"seats_{kind}", "") for kind in PoolKind.values)
        return sum(int(seats) for seats in typed if seats.isdecimal())

    def save_new(self, form, commit=True):
        form.put_on_clock(self.instance)
        return super().save_new(form, commit=commit)

    def save_existing(self, form, obj, commit=True):
        form.put_on_clock(self.instance)
        return super().save_existing(form, obj, commit=commit)
