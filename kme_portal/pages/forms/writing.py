"""What visitors write to the office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kme_portal.base.forms import KernFormMixin
from kme_portal.base.paths import LONGEST, known_path
from kme_portal.pages.models import CaseTopic


class WritingForm(KernFormMixin, forms.Form):
    """What contact and report share: who writes, if they want to say so, and a trap."""

    message = forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": 8}))
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("So that we know whom to address. It is never shown in public."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def is_from_a_machine(self) -> bool:
        """The field `website` is a trap: nobody sees it, machines fill it in."""
        return bool(self.data.get("website"))

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class ContactForm(WritingForm):
    topic = forms.ChoiceField(
        label=_("What is it about?"), choices=CaseTopic, widget=forms.RadioSelect
    )

    field_order = ["topic", "message", "name", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["message"].label = _("Your message")
        self.fields["message"].help_text = _(
            "Please write nothing confidential about other people. What concerns faith, health "
            "or a dispute is better said on the telephone."
        )
        self.fields["email"].required = True
        self.fields["email"].help_text = _("We answer to this address.")


class BarrierForm(WritingForm):
    page = forms.CharField(
        label=_("On which page?"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
        help_text=_("The part of the address after the name of the portal, such as /kontakt/."),
    )
    assistive_technology = forms.CharField(
        label=_("What do you use to read or operate pages?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "For example a screen reader, a magnifier or voice control. It helps us to try."
        ),
    )

    field_order = ["page", "message", "assistive_technology", "name", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["message"].label = _("What did you want to do, and what did not work?")
        self.fields["email"].help_text = _(
            "Without an address you can report too; then we cannot answer you."
        )

    def clean_page(self) -> str:
        """A path of ours, or the words somebody found for the page; never a link elsewhere."""
        typed = self.cleaned_data["page"]
        if typed.startswith("/") or "://" in typed:
            return known_path(typed)
        return typed
