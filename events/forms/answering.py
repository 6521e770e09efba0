"""How many come, who, and what they need: the form behind an invitation's link."""

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.forms.registration import ConsentMixin
from events.forms.sessions import add_session_fields, chosen_sessions, session_fields
from events.models import Invitation, PoolKind
from events.services.inviting import UNNAMED
from events.services.places import GuestEntry, NeedsEntry, place_state
from kme_portal.base.forms import KernFormMixin

MOST_NAMES = 12
"""More people than this are counted without a field for each name."""


class AnswerFields(forms.Form):
    """What an acceptance says; the page of the invited and the office's desk both ask it.

    `seen` is the version of the invitation that the page showed: of two people who answer at
    the same time, the second is told of the first.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, invitation: Invitation, party=None, **kwargs):
        self.invitation = invitation
        self.party = party
        super().__init__(*args, **kwargs)
        self.seats = max(1, invitation.seats)
        self._add_number()
        self._add_names()
        self._add_pool()
        self._add_needs()

    def _add_number(self) -> None:
        if self.seats == 1:
            return
        numbers = range(1, self.seats + 1)
        self.fields["number"] = forms.TypedChoiceField(
            label=_("How many people come?"),
            choices=[(n, str(n)) for n in numbers],
            coerce=int,
            widget=forms.RadioSelect if self.seats <= 5 else forms.Select,
        )

    def _add_names(self) -> None:
        guests = list(self.party.guests.all()) if self.party else []
        self.initial.setdefault("seen", self.invitation.version)
        self.initial.setdefault("number", len(guests) or 1)
        for index in range(min(self.seats, MOST_NAMES)):
            label = _("Name of the person who comes")
            if self.seats > 1:
                label = _("Name of person %(number)s") % {"number": index + 1}
            self.fields[f"name_{index}"] = forms.CharField(
                label=label,
                max_length=120,
                required=False,
                help_text=_("You can add names later. Please name only people who agree to it.")
                if index == 0
                else "",
                widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
            )
            self.fields[f"email_{index}"] = forms.CharField(
                label=_("E-mail address"),
                max_length=254,
                required=False,
                validators=[EmailValidator()],
                help_text=_("Only if this person should get the joining details directly.")
                if index == 0
                else "",
                widget=forms.EmailInput(attrs={"autocomplete": "off"}),
            )
            if index < len(guests) and guests[index].name != UNNAMED:
                self.initial.setdefault(f"name_{index}", guests[index].name)
                self.initial.setdefault(f"email_{index}", guests[index].email)

    def _add_pool(self) -> None:
        state = place_state(self.invitation.event)
        kinds = {kind.kind for kind in state.kinds}
        chosen = self.party.sessions.values_list("pk", flat=True) if self.party else ()
        add_session_fields(self, state.slots, chosen)
        self.pool_kinds = sorted(kinds, key=list(PoolKind).index)
        if len(self.pool_kinds) > 1:
            labels = dict(PoolKind.choices)
            self.fields["pool_kind"] = forms.ChoiceField(
                label=_("How do you take part?"),
                choices=[(kind, labels[kind]) for kind in self.pool_kinds],
                widget=forms.RadioSelect,
            )
            pool = self.party and self.party.pool
            self.initial.setdefault("pool_kind", pool.kind if pool else self.pool_kinds[0])

    def _add_needs(self) -> None:
        self.has_needs = hasattr(self.party, "needs") if self.party else False
        self.fields["access"] = forms.CharField(
            label=_("What do you need to take part well?"),
            help_text=_(
                "For example a place for a wheelchair, sign language or a seat near the front. "
                "Only those who arrange it read this; it is erased the day after the event."
            ),
            max_length=500,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        )
        languages = [(term.pk, term.name) for term in self.invitation.event.interpretation.all()]
        if languages:
            self.fields["interpretation"] = forms.TypedChoiceField(
                label=_("Interpretation into"),
                help_text=_("So that we order as many receivers as are needed."),
                choices=[("", _("not needed")), *languages],
                coerce=int,
                empty_value=None,
                required=False,
            )
        if self.has_needs:
            # They may be a colleague's; nobody else at the association reads them here.
            self.fields["forget_needs"] = forms.BooleanField(
                label=_("Erase what was said before about needs"), required=False
            )

    def clean(self):
        cleaned = super().clean()
        number = cleaned.get("number", 1)
        named = [i for i in range(self.seats) if cleaned.get(f"name_{i}")]
        if named and max(named) >= number and "number" in self.fields:
            self.add_error(
                "number",
                ngettext(
                    "You chose %(number)s person but named more. "
                    "Please choose a higher number or remove a name.",
                    "You chose %(number)s people but named more. "
                    "Please choose a higher number or remove a name.",
                    number,
                )
                % {"number": number},
            )
        for index in range(self.seats):
            if cleaned.get(f"email_{index}") and not cleaned.get(f"name_{index}"):
                self.add_error(
                    f"name_{index}", _("Please add the name to which the e-mail address belongs.")
                )
        return cleaned

    def guests(self) -> list[GuestEntry]:
        data = self.cleaned_data
        return [
            GuestEntry(
                name=data.get(f"name_{i}", "").strip(), email=data.get(f"email_{i}", "").strip()
            )
            for i in range(data.get("number", 1))
        ]

    def pool_kind(self) -> str:
        if "pool_kind" in self.fields:
            return self.cleaned_data["pool_kind"]
        return self.pool_kinds[0] if self.pool_kinds else ""

    @property
    def session_fields(self) -> list[forms.BoundField]:
        return session_fields(self)

    def sessions(self) -> list[int]:
        return chosen_sessions(self)

    def needs(self) -> NeedsEntry | None:
        """New needs, empty ones to erase the old, or None to keep what was said before."""
        access = self.cleaned_data.get("access", "").strip()
        interpretation = self.cleaned_data.get("interpretation")
        if access or interpretation:
            return NeedsEntry(access=access, interpretation_id=interpretation)
        if self.cleaned_data.get("forget_needs"):
            return NeedsEntry()
        return None

    def was_overtaken(self) -> bool:
        """Whether somebody else has answered since this page was shown."""
        return self.cleaned_data.get("seen") not in (None, self.invitation.version)

    def says_the_same(self) -> bool:
        """Whether the standing answer is this one already, as after a second click."""
        if self.party is None:
            return False
        standing = [(guest.name, guest.email) for guest in self.party.guests.all()]
        asked = [(guest.name or UNNAMED, guest.email) for guest in self.guests()]
        pool = self.party.pool
        return (
            standing == asked
            and (pool is None or pool.kind == self.pool_kind())
            and {one.pk for one in self.party.sessions.all()} == set(self.sessions())
        )

    def name_rows(self):
        """Bound fields of each person, name and e-mail address together."""
        return [(self[f"name_{i}"], self[f"email_{i}"]) for i in range(min(self.seats, MOST_NAMES))]


class AnswerForm(ConsentMixin, KernFormMixin, AnswerFields):
    """The same, for the public page: what is said of needs asks for its own consent."""
