"""What the office types for a send-out."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.campaign_texts import (
    IN_SUBJECT,
    first_texts,
    placeholders,
    tells_a_belief,
    unknown_placeholders,
)
from events.deadlines import BERLIN
from events.models import Campaign, Event, EventStatus
from kme_portal.base.forms import DateTimeInput


class CampaignForm(forms.ModelForm):
    """Texts per language; what would reach the reader as {typed} is an error beside its field."""

    class Meta:
        model = Campaign
        fields = ["event", "audience", "reminder_days"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "event" in self.fields:
            now = timezone.now()
            events = Event.objects.filter(status=EventStatus.PUBLISHED, starts_at__gt=now)
            if self.instance.event_id:
                events = events | Event.objects.filter(pk=self.instance.event_id)
            self.fields["event"].queryset = events.order_by("starts_at")
        for name in ("subject_de", "text_de"):
            if name in self.fields:
                self.fields[name].required = True
        if self.instance.pk is None:
            for language, _name in settings.LANGUAGES:
                for name, text in first_texts(language).items():
                    self.initial.setdefault(f"{name}_{language}", text)
        for language, _name in settings.LANGUAGES:
            for name in (f"subject_{language}", f"text_{language}"):
                if name in self.fields:
                    direction = "rtl" if language == "ar" else "ltr"
                    self.fields[name].widget.attrs |= {"lang": language, "dir": direction}

    def clean(self):
        cleaned = super().clean()
        in_text = placeholders(circular=not cleaned.get("event"))
        in_subject = IN_SUBJECT if cleaned.get("event") else {}
        for language, _name in settings.LANGUAGES:
            subject, text = f"subject_{language}", f"text_{language}"
            self._check_braces(subject, cleaned.get(subject) or "", in_subject)
            self._check_braces(text, cleaned.get(text) or "", in_text)
            if tells_a_belief(cleaned.get(subject) or ""):
                self.add_error(
                    subject,
                    _(
                        "The subject stands on locked screens, where others read it too. "
                        "Please write it without a word that tells a belief."
                    ),
                )
            if bool(cleaned.get(subject)) != bool(cleaned.get(text)) and language != "de":
                self.add_error(
                    text if cleaned.get(subject) else subject,
                    _("Subject and text belong together. Fill in both or neither."),
                )
        return cleaned

    def _check_braces(self, name: str, text: str, allowed) -> None:
        unknown = unknown_placeholders(text, allowed)
        if not unknown or name in self.errors:
            return
        names = ", ".join(f"{{{one}}}" for one in unknown)
        if allowed:
            known = ", ".join(f"{{{one}}}" for one in allowed)
            message = _("%(unknown)s cannot be filled in. Possible here: %(known)s.") % {
                "unknown": names,
                "known": known,
            }
        else:
            message = _("%(unknown)s cannot be filled in here.") % {"unknown": names}
        self.add_error(name, message)


class SendForm(forms.Form):
    """When the first letter leaves."""

    NOW, LATER = "now", "later"

    when = forms.ChoiceField(
        label=_("When is it sent?"),
        choices=[
            (NOW, _("Now: in ten minutes, and until then you can take it back")),
            (LATER, _("At a moment I choose")),
        ],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    send_at = forms.DateTimeField(
        label=_("Moment (Berlin time)"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"],
        widget=DateTimeInput,
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("when") == self.LATER and "send_at" not in self.errors:
            if not cleaned.get("send_at"):
                self.add_error("send_at", _("Please enter day and time."))
            elif cleaned["send_at"] <= timezone.now():
                self.add_error("send_at", _("This moment lies in the past."))
        return cleaned

    def moment(self):
        """The chosen moment, or None for as soon as possible."""
        if self.cleaned_data["when"] == self.NOW:
            return None
        return self.cleaned_data["send_at"].astimezone(BERLIN)
