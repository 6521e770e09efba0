"""What the office types about an event."""

from datetime import datetime, timedelta

import filetype
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.forms.readable import make_readable
from events.models import (
    Contingent,
    Event,
    EventDocument,
    EventStatus,
    Mode,
    PoolKind,
    Seat,
    Venue,
)
from events.services.planning import slug_for
from kme_portal.base.moments import MomentWidget
from kme_portal.base.slugs import RESERVED_SLUGS

USUAL_LEAD = timedelta(weeks=6)
USUAL_START, USUAL_END = 18, 20
DOCUMENT_TYPES = {"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"}
OFFICE_FILES = DOCUMENT_TYPES - {"pdf"} | {"zip"}
MAX_DOCUMENT_SIZE = 10 * 1024 * 1024


def usual_times(now: datetime) -> tuple[datetime, datetime]:
    """In some six weeks on a working day from 18 to 20 h, when volunteers have time."""
    day = timezone.localtime(now + USUAL_LEAD).replace(minute=0, second=0, microsecond=0)
    day += timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)
    return day.replace(hour=USUAL_START), day.replace(hour=USUAL_END)


class EventForm(forms.ModelForm):
    """An event with its seats as plain numbers; what a published one needs is asked here."""

    seats_on_site = forms.IntegerField(
        label=_("seats on site"), min_value=0, max_value=5000, required=False
    )
    seats_online = forms.IntegerField(
        label=_("seats online"), min_value=0, max_value=5000, required=False
    )
    seats_kept = forms.IntegerField(
        label=_("of these kept for invited associations"),
        min_value=0,
        max_value=5000,
        required=False,
        help_text=_("Until the day of “answer by”; then everybody may have them."),
    )
    reviewed = forms.MultipleChoiceField(
        label=_("still right though the German changed"),
        choices=[("en", _("English")), ("tr", _("Turkish")), ("ar", _("Arabic"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Event
        # The fieldsets of the admin name them.
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        make_readable(self)
        if self.instance.pk:
            self._read_seats()

    def _read_seats(self) -> None:
        for pool in self.instance.pools.filter(session=None):
            self.initial[f"seats_{pool.kind}"] = pool.seats
        kept = Contingent.objects.filter(
            pool__event=self.instance, pool__session=None, for_invited=True, organisation=None
        )
        self.initial["seats_kept"] = sum(contingent.seats for contingent in kept) or None

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug in RESERVED_SLUGS:
            raise ValidationError(
                _("This address leads elsewhere already. Please choose another one.")
            )
        return slug

    def clean_seats_on_site(self):
        return self._not_below_taken("seats_on_site", PoolKind.ON_SITE)

    def clean_seats_online(self):
        return self._not_below_taken("seats_online", PoolKind.ONLINE)

    def _not_below_taken(self, name: str, kind: str) -> int:
        seats = self.cleaned_data[name] or 0
        if self.instance.pk:
            taken = Seat.objects.filter(
                pool__event=self.instance, pool__session=None, pool__kind=kind
            ).count()
            if seats < taken:
                raise ValidationError(
                    _("%(taken)s seats are given already; fewer are not possible."),
                    params={"taken": taken},
                )
        return seats

    def clean(self):
        data = super().clean()
        starts_at = data.get("starts_at", self.instance.starts_at)
        ends_at = data.get("ends_at", self.instance.ends_at)
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end lies before the beginning."))
        answer_by = data.get("answer_by")
        if answer_by and starts_at and answer_by > timezone.localdate(starts_at):
            self.add_error("answer_by", _("This day lies after the event."))
        opens_at, closes_at = data.get("registration_opens_at"), data.get("registration_closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("registration_closes_at", _("The end lies before the beginning."))
        self._clean_seats(data)
        return data

    def _clean_seats(self, data) -> None:
        mode = data.get("mode", self.instance.mode)
        if mode == Mode.ON_SITE and data.get("seats_online"):
            self.add_error("seats_online", _("There are no seats online in this format."))
        if mode == Mode.ONLINE and data.get("seats_on_site"):
            self.add_error("seats_on_site", _("There are no seats on site in this format."))
        first = "seats_online" if mode == Mode.ONLINE else "seats_on_site"
        if (data.get("seats_kept") or 0) > (data.get(first) or 0):
            self.add_error("seats_kept", _("No more seats can be kept than there are."))

    def _post_clean(self):
        super()._post_clean()
        event = self.instance
        if event.status == EventStatus.PUBLISHED:
            for name, message in event.missing_for_publication().items():
                if name in self.fields and name not in self.errors:
                    self.add_error(name, message)
        elif not event.slug and "title_de" in self.cleaned_data:
            event.slug = slug_for(event)

    def validate_constraints(self):
        """What a published event lacks is said beside its fields, so not once more on top."""
        if self.instance.status == EventStatus.PUBLISHED:
            missing = self.instance.missing_for_publication()
            if missing:
                return
        super().validate_constraints()


class EventDocumentForm(forms.ModelForm):
    """A file of a few well-known kinds, judged by its content and not by its name."""

    class Meta:
        model = EventDocument
        fields = ["title", "file", "visibility"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file is None or "file" not in self.changed_data:
            return file
        if file.size > MAX_DOCUMENT_SIZE:
            raise ValidationError(_("The file is larger than 10 MB."))
        kind = filetype.guess(file.read(8192))
        file.seek(0)
        content = kind.extension if kind else ""
        suffix = file.name.rsplit(".", 1)[-1].lower()
        # Office files are archives, and pass for plain ones when their parts are in another order.
        looks_right = content == "pdf" if suffix == "pdf" else content in OFFICE_FILES
        if suffix not in DOCUMENT_TYPES or not looks_right:
            raise ValidationError(
                _("Please choose a PDF or a document of Word, Excel, PowerPoint or LibreOffice.")
            )
        return file


class MoveForm(forms.Form):
    """The new time and place of a published event, filled with the old ones."""

    starts_at = forms.SplitDateTimeField(label=_("starts"), widget=MomentWidget)
    ends_at = forms.SplitDateTimeField(label=_("ends"), widget=MomentWidget)
    mode = forms.ChoiceField(label=_("format"), choices=Mode.choices)
    venue = forms.ModelChoiceField(label=_("venue"), queryset=Venue.objects.all(), required=False)
    joining_url = forms.URLField(
        label=_("link to join online"), required=False, assume_scheme="https"
    )
    note_de = forms.CharField(
        label=_("what changed and why, in German"), max_length=300, required=False
    )
    note_en = forms.CharField(label=_("in English"), max_length=300, required=False)
    note_tr = forms.CharField(label=_("in Turkish"), max_length=300, required=False)
    note_ar = forms.CharField(label=_("in Arabic"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        make_readable(self)

    def notes(self) -> dict[str, str]:
        return notes_of(self)


class CancelForm(forms.Form):
    """Why an event is called off, in the words that readers and guests will see."""

    note_de = forms.CharField(label=_("reason, in German"), max_length=300)
    note_en = forms.CharField(label=_("in English"), max_length=300, required=False)
    note_tr = forms.CharField(label=_("in Turkish"), max_length=300, required=False)
    note_ar = forms.CharField(label=_("in Arabic"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        make_readable(self)

    def notes(self) -> dict[str, str]:
        return notes_of(self)


def notes_of(form: forms.Form) -> dict[str, str]:
    """Texts by language out of the fields `note_…`."""
    return {
        name.removeprefix("note_"): text
        for name, text in form.cleaned_data.items()
        if name.startswith("note_")
    }
