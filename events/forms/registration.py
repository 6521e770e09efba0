"""What a guest types: names, and only what is needed to prepare the event."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.forms.sessions import add_session_fields, chosen_sessions, session_fields
from events.models import Event, Party, PoolKind
from events.services.places import GuestEntry, NeedsEntry, PlaceState, tidy_email
from events.services.places.consents import OPTIONAL
from kme_portal.accounts import consents
from kme_portal.base.forms import KernFormMixin

MOST_COMPANIONS = 4
LONGEST_NAME = 120


class EmailField(forms.EmailField):
    """Takes an address with blanks, invisible signs or full-width letters as it was meant."""

    def to_python(self, value):
        return super().to_python(tidy_email(value) if value else value)


class PartyForm(KernFormMixin, forms.Form):
    """Who comes, in which way, and what they need; the needs are optional, each with its why."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    companions = forms.CharField(
        label=_("Who comes with you?"),
        required=False,
        max_length=MOST_COMPANIONS * (LONGEST_NAME + 2),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("One name per line, at most four. They need no e-mail address."),
    )
    kind = forms.ChoiceField(label=_("How do you take part?"), widget=forms.RadioSelect)
    access = forms.CharField(
        label=_("Do you need something so that you can take part?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        help_text=_(
            "For example a place for a wheelchair or sign language. We ask so that we can "
            "prepare it, and delete it on the day after the event."
        ),
    )
    interpretation = forms.TypedChoiceField(
        label=_("Interpretation into"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("We ask so that there are enough interpreters and headsets."),
    )
    food = forms.CharField(
        label=_("What should we know about your food?"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For example an allergy. We ask for the caterer, who gets no names."),
    )

    def __init__(
        self, *args, event: Event, state: PlaceState, chosen: Iterable[int] = (), **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.event = event
        choices = [(kind.kind, kind_label(kind)) for kind in state.kinds]
        self.fields["kind"].choices = choices
        self.fields["kind"].initial = next((k.kind for k in state.kinds if k.free), None)
        if len(choices) < 2:
            del self.fields["kind"]
        terms = getattr(event, "interpretation_choices", [])
        if terms:
            languages = [(term["id"], term["name"]) for term in terms]
            self.fields["interpretation"].choices = [("", _("not needed")), *languages]
        else:
            del self.fields["interpretation"]
        if not event.is_on_site:
            del self.fields["food"]
        add_session_fields(self, state.slots, chosen)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_companions(self) -> list[str]:
        lines = self.cleaned_data["companions"].splitlines()
        names = [" ".join(line.split()) for line in lines if line.strip()]
        if len(names) > MOST_COMPANIONS:
            raise forms.ValidationError(
                ngettext(
                    "Please name at most %(most)s person.",
                    "Please name at most %(most)s people.",
                    MOST_COMPANIONS,
                )
                % {"most": MOST_COMPANIONS}
            )
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(_("One of the names is too long."))
        return names

    @property
    def has_needs(self) -> bool:
        """Whether the part about needs must be open: something stands in it, or is wrong."""
        names = ("access", "interpretation", "food", "consent_needs")
        return any(
            name in self.fields and (self[name].value() or self[name].errors) for name in names
        )

    def guests(self) -> list[GuestEntry]:
        names = [self.cleaned_data["name"], *self.cleaned_data["companions"]]
        return [GuestEntry(name=name) for name in names]

    def pool_kind(self) -> str:
        return self.cleaned_data.get("kind", "")

    @property
    def session_fields(self) -> list[forms.BoundField]:
        return session_fields(self)

    def sessions(self) -> list[int]:
        return chosen_sessions(self)

    def needs(self) -> NeedsEntry:
        return NeedsEntry(
            access=self.cleaned_data.get("access", "").strip(),
            interpretation_id=self.cleaned_data.get("interpretation"),
            food=self.cleaned_data.get("food", "").strip(),
        )


def kind_label(kind) -> str:
    """Such as “on site – 12 seats free”; honest before the choice, not after it."""
    if kind.free:
        text = ngettext("%(free)s seat free", "%(free)s seats free", kind.free)
        return f"{kind.label} – {text % {'free': kind.free}}"
    return _("%(choice)s – waiting list") % {"choice": kind.label}


class ConsentMixin(forms.Form):
    """Consent to what is said of access and food, asked only with these and never ticked."""

    consent_needs = forms.BooleanField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent_needs"].label = consents.text("needs")
        self.fields["consent_needs"].summary_label = _("Consent to your needs")

    def clean(self):
        cleaned = super().clean()
        told = cleaned.get("access") or cleaned.get("food")
        if told and not cleaned.get("consent_needs"):
            self.add_error(
                "consent_needs",
                _("Please agree to this, or leave access and food empty."),
            )
        return cleaned


class RegistrationForm(ConsentMixin, PartyForm):
    """Registering without an account."""

    email = EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We send you a link with which you confirm. Otherwise nobody sees it."),
    )
    consent_participation = forms.BooleanField(
        error_messages={"required": _("Without this agreement we cannot register you.")}
    )

    consent_photo_list = forms.BooleanField(required=False)
    consent_invitations = forms.BooleanField(required=False)

    field_order = ["name", "email", "companions", "kind", "access", "interpretation", "food"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for purpose in ["participation", *OPTIONAL]:
            self.fields[f"consent_{purpose}"].label = consents.text(purpose)
        self.fields["consent_participation"].summary_label = _("Consent")
        if not self.event.is_on_site:
            del self.fields["consent_photo_list"]
        self.order_fields([*self.field_order, "consent_needs", "consent_participation"])

    def agreed(self) -> list[str]:
        """Purposes beyond taking part to which this person agreed."""
        return [name for name in OPTIONAL if self.cleaned_data.get(f"consent_{name}")]

    def is_from_a_machine(self) -> bool:
        """The field `website` is a trap: nobody sees it, machines fill it in."""
        return bool(self.data.get("website"))


class ChangeForm(ConsentMixin, PartyForm):
    """The same for a registration that exists; what was said of needs stands in it."""

    def __init__(self, *args, party: Party, **kwargs):
        kwargs.setdefault("initial", initial_of(party))
        chosen = party.sessions.values_list("pk", flat=True)
        super().__init__(*args, chosen=chosen, **kwargs)


def initial_of(party: Party) -> dict:
    names = [guest.name for guest in party.guests.all()]
    needs = getattr(party, "needs", None)
    return {
        "name": names[0] if names else "",
        "companions": "\n".join(names[1:]),
        "kind": party.pool.kind if party.pool else PoolKind.ON_SITE,
        "access": needs.access if needs else "",
        "interpretation": needs.interpretation_id if needs else None,
        "food": needs.food if needs else "",
        "consent_needs": bool(needs and (needs.access or needs.food)),
    }
