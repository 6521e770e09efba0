"""What somebody types who says that an entry is theirs."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import consents
from kme_portal.base.forms import KernFormMixin
from organisations.forms.registering import EmailField, TrapMixin


class ClaimForm(KernFormMixin, TrapMixin):
    email = EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Best the one that the association usually writes to us from."),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("So that we know whom to address. It is never shown in public."),
    )
    words = forms.CharField(
        label=_("What links you to the association?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example your function. It helps if we do not know your address yet."),
    )
    field_order = ["email", "name", "words", "stamp"]


class TakeOverForm(KernFormMixin, forms.Form):
    """Behind the mailed link: to be the contact of an association needs an own yes."""

    agreed = forms.BooleanField(label=consents.text("registration"))


class HandOverForm(forms.Form):
    """Somebody the office knows and has not entered yet."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "vTextField"}),
    )
    name = forms.CharField(label=_("Name"), required=False, max_length=150)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)
