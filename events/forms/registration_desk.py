"""The office registers somebody on the telephone."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.forms.registration import EmailField, PartyForm
from organisations.models import Organisation


class DeskRegistrationForm(PartyForm):
    """The same questions as on the page; the e-mail address may be missing, the seat is at once."""

    # The admin's own look.
    default_renderer = None
    bound_field_class = None

    email = EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("Without one nobody can be told of changes by mail."),
    )
    language = forms.ChoiceField(label=_("Language of the mails"), choices=settings.LANGUAGES)
    organisation = forms.ModelChoiceField(
        label=_("For the association"), queryset=Organisation.objects.none(), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.active().order_by("name")
        self.fields["name"].label = _("Name")
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        self.order_fields(["name", "email", "language", "organisation", "companions", "kind"])
