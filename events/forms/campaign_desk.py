"""The office's desk for answers by telephone and letter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.answering import AnswerFields
from events.models import AnswerChannel

USUAL = ["answer", "number", "pool_kind", "contact"]


def _told(person) -> str:
    """Name and address; a club mailbox has no name of its own."""
    return f"{person.name} <{person.email}>" if person.name else person.email


class DeskForm(AnswerFields):
    """Yes with names, or no, as it was said on the telephone or written in a letter."""

    YES, NO = "ja", "nein"

    def __init__(self, *args, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"] = forms.ChoiceField(
            label=_("Answer"),
            choices=[(self.YES, _("Yes, they come")), (self.NO, _("No, they cannot come"))],
            widget=forms.RadioSelect,
        )
        self.fields["contact"] = forms.ChoiceField(
            label=_("Confirmation goes to"),
            choices=[
                ("", _("nobody")),
                *((person.pk, _told(person)) for person in people),
            ],
            required=False,
            initial=people[0].pk if people else "",
        )
        self.fields["channel"] = forms.ChoiceField(
            label=_("How did it reach us?"),
            choices=[
                (AnswerChannel.TELEPHONE, AnswerChannel.TELEPHONE.label),
                (AnswerChannel.LETTER, AnswerChannel.LETTER.label),
            ],
            initial=AnswerChannel.TELEPHONE,
            widget=forms.RadioSelect,
        )
        self.fields["note"] = forms.CharField(
            label=_("Contact note"),
            help_text=_("Only if more was said than the answer."),
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        names = [name for name in self.fields if name.startswith(("number", "name_"))]
        self.order_fields(["answer", *names, "pool_kind", "contact"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == self.NO:
            # What was left in the fields for names does not hold up a no.
            for name in [n for n in self.errors if n not in ("answer", "channel")]:
                del self._errors[name]
        return cleaned

    def usual_fields(self):
        """What every call needs; the rest is folded away."""
        return [self[n] for n in self.fields if n in USUAL or n.startswith("name_")]

    def further_fields(self):
        return [
            self[n]
            for n in self.fields
            if n not in USUAL and n != "seen" and not n.startswith("name_")
        ]

    @property
    def is_yes(self) -> bool:
        return self.cleaned_data["answer"] == self.YES
