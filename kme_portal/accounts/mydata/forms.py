from django import forms
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models import RequestKind
from kme_portal.base.forms import KernFormMixin


class AskForm(KernFormMixin, forms.Form):
    """The address whose owner gets a link."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("We send a link to this address. It holds 24 hours."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        max_length=254,
    )


class WriteForm(KernFormMixin, forms.Form):
    """What somebody wants done that no button does."""

    WISHES = [
        (RequestKind.RECTIFICATION, _("Something is wrong or missing: please correct it.")),
        (RequestKind.OBJECTION, _("I object to the use of my data.")),
        (RequestKind.RESTRICTION, _("Please keep my data, but do not use them for now.")),
        (RequestKind.ACCESS, _("I would like to know more than this page shows.")),
        (RequestKind.PORTABILITY, _("Please pass my data on to somebody else.")),
        (RequestKind.COMPLAINT, _("I have a question or a complaint.")),
    ]

    kind = forms.ChoiceField(label=_("What is it about?"), choices=WISHES, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Your message"),
        help_text=_("A few words are enough."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
    )


class EraseForm(KernFormMixin, forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, erase everything that is named here. I know that it cannot be undone."),
        error_messages={"required": _("Tick the box if you are sure.")},
    )
