"""What an association types about itself: the profile in short parts, its logo, its people."""

from copy import copy
from typing import Any

from django import forms
from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import consents
from kme_portal.base.forms import KernFormMixin, WebAddressField
from kme_portal.base.uploads import PictureField
from kme_portal.mailings.addresses import normalised
from organisations.forms.register import LOGO_SIDE, DistrictFromPostcode
from organisations.models import (
    Affiliation,
    Organisation,
    OrganisationKind,
    Representative,
    SensitiveField,
    Term,
    TermKind,
)
from organisations.models.affiliations import AffiliationKind
from organisations.services.profile import Values, values_of

SEEN_SALT = "profile-seen"
MINE, THEIRS = "mine", "theirs"


class PartForm(KernFormMixin, forms.ModelForm):
    """One part of the profile. It remembers what it was opened with, to know what was touched.

    `seen` is signed: names and values as they stood, and the fields a choice is asked for.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, instance: Organisation, **kwargs):
        # Cleaning writes to the instance; the page goes on showing the stored one.
        super().__init__(*args, instance=copy(instance), **kwargs)
        self.names = [name for name in self.fields if name != "seen"]
        self.fields["seen"].initial = self.seal(values_of(self.instance, self.names))
        for name in self.names:
            field = self.fields[name]
            if isinstance(field, forms.ModelMultipleChoiceField):
                used = getattr(self.instance, name).values("pk")
                field.queryset = field.queryset.filter(Q(is_retired=False) | Q(pk__in=used))

    @staticmethod
    def seal(values: Values, clash: list[str] | None = None) -> str:
        return signing.dumps([values, clash or []], salt=SEEN_SALT, compress=True)

    def opened_with(self) -> tuple[Values, list[str]]:
        """Values the form was opened with, and the fields in which two people clashed.

        A form that lost them counts as opened now.
        """
        try:
            values, clash = signing.loads(self.cleaned_data["seen"], salt=SEEN_SALT)
        except (signing.BadSignature, ValueError):
            return values_of(self.fresh(), self.names), []
        return {name: values.get(name) for name in self.names}, clash

    def fresh(self) -> Organisation:
        """The row as it lies in the database: cleaning has put what was typed on the other."""
        return Organisation.objects.get(pk=self.instance.pk)

    def typed(self) -> Values:
        """What was typed, as plain values; of the fields in a clash, what was chosen."""
        return {name: self.plain(self.cleaned_data[name]) for name in self.names}

    @staticmethod
    def plain(value: Any) -> Any:
        if isinstance(value, Model):
            return value.pk
        if isinstance(value, QuerySet):
            return sorted(row.pk for row in value)
        return value


def _terms(label, kind: str, help_text="") -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=Term.objects.of_kind(kind),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


class NameForm(PartForm):
    """What the association says it is: the office looks at it first."""

    self_designations = _terms(
        _("How you describe yourselves"),
        TermKind.SELF_DESIGNATION,
        _("Voluntary. It is shown in the profile as soon as the office has looked at it."),
    )

    class Meta:
        model = Organisation
        fields = ["name", "legal_form", "self_designations"]

    def __init__(self, *args, waiting: set[str] = frozenset(), **kwargs):
        super().__init__(*args, **kwargs)
        for name in waiting:
            del self.fields[name]
            self.names.remove(name)

    def sensitive(self) -> list[tuple[str, Any]]:
        """Field and value of each wish, in the order of the form."""
        typed = self.typed()
        return [(field.value, typed[field.value]) for field in SensitiveField if field in typed]


class DetailsForm(PartForm):
    class Meta:
        model = Organisation
        fields = ["short_name", "other_names", "register_entry", "founded_in", "size_band"]
        labels = {
            "other_names": _("Names in other scripts or spellings"),
            "size_band": _("How many members"),
        }
        help_texts = {
            "other_names": _("So that people find you. Separate several by semicolons."),
            "register_entry": _("For example: VR 1234, Amtsgericht Köln. Voluntary."),
            "size_band": _("Only the office sees this."),
        }


class ContactForm(DistrictFromPostcode, PartForm):
    website = WebAddressField(
        label=_("Website"),
        required=False,
        help_text=_("Readers see where the link leads. We never open it ourselves."),
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
    )

    class Meta:
        model = Organisation
        fields = [
            "street",
            "postcode",
            "city",
            "district",
            "address_visibility",
            "email",
            "email_visibility",
            "phone",
            "phone_visibility",
            "website",
            "website_visibility",
        ]
        labels = {
            "city": _("Town"),
            "address_visibility": _("Who sees the address?"),
            "email_visibility": _("Who sees the e-mail address?"),
            "phone_visibility": _("Who sees the telephone number?"),
            "website_visibility": _("Who sees the website?"),
        }
        help_texts = {
            "district": _("Leave it empty: it follows from the postcode."),
            "email": _("An address of the association, not of one person, is best."),
        }
        widgets = {
            **{
                f"{name}_visibility": forms.RadioSelect
                for name in ("address", "email", "phone", "website")
            },
            "street": forms.TextInput(attrs={"autocomplete": "street-address"}),
            "postcode": forms.TextInput(
                attrs={"autocomplete": "postal-code", "inputmode": "numeric"}
            ),
            "city": forms.TextInput(attrs={"autocomplete": "address-level2"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }

    def clean(self):
        # A new postcode, and the district of the old one beside it.
        if "postcode" in self.changed_data and "district" not in self.changed_data:
            self.cleaned_data["district"] = None
        return super().clean()


class WorkForm(PartForm):
    fields = _terms(_("Fields of activity"), TermKind.FIELD)
    target_groups = _terms(_("Target groups"), TermKind.TARGET_GROUP)
    languages = _terms(_("Languages"), TermKind.LANGUAGE)

    class Meta:
        model = Organisation
        fields = ["description", "description_language", "fields", "target_groups", "languages"]
        labels = {
            "description": _("What you do"),
            "description_language": _("In which language is this text?"),
        }
        help_texts = {
            "description": _("A few sentences are enough. Empty lines make paragraphs."),
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 8})}


class ListingForm(PartForm):
    """Whether the public sees the entry at all; agreeing to it is consent, in its own words."""

    class Meta:
        model = Organisation
        fields = ["is_listed"]
        labels = {"is_listed": consents.text("listing")}
        help_texts = {
            "is_listed": _(
                "Without this, only the office knows your entry. Nobody finds it here, and no"
                " figure counts it."
            )
        }

    def clean_is_listed(self):
        is_listed = self.cleaned_data["is_listed"]
        if is_listed and self.instance.kind != OrganisationKind.ASSOCIATION:
            raise forms.ValidationError(_("Only associations can be listed."))
        return is_listed


class LogoForm(KernFormMixin, forms.Form):
    logo = PictureField(label=_("Picture"), longest=LOGO_SIDE, required=False)
    alt = forms.CharField(
        label=_("What is to be seen on it?"),
        max_length=300,
        help_text=_("For people who cannot see it, for example: green dome above an open book."),
    )
    remove = forms.BooleanField(label=_("Remove the logo"), required=False)

    def __init__(self, *args, has_logo: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_logo = has_logo
        if not has_logo:
            del self.fields["remove"]

    def clean(self):
        data = super().clean()
        if data.get("remove"):
            # Whoever removes it need not describe it.
            self.errors.clear()
        elif not self.has_logo and not data.get("logo") and "logo" not in self.errors:
            self.add_error("logo", _("Please choose a picture."))
        return data


class RoleInvitationForm(KernFormMixin, forms.Form):
    """An address and a role: no free text, so that nobody can be written to through us."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    language = forms.ChoiceField(label=_("Language of the letter"))
    function = forms.ModelChoiceField(
        label=_("Function"), queryset=Term.objects.none(), required=False, empty_label="–"
    )
    may_edit = forms.BooleanField(
        label=_("May edit the profile and invite people"),
        required=False,
        help_text=_("Everybody in a role may answer invitations to events."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = Organisation._meta.get_field(
            "description_language"
        ).choices
        # Who invites often speaks the language of the one who is invited.
        self.fields["language"].initial = get_language()
        self.fields["function"].queryset = Term.objects.current().of_kind(TermKind.FUNCTION)

    def clean_email(self):
        return normalised(self.cleaned_data["email"])


class HandOverForm(RoleInvitationForm):
    """Function and rights go with the role."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["function"], self.fields["may_edit"]


class RoleAcceptanceForm(KernFormMixin, forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=Representative._meta.get_field("name").max_length,
        help_text=_("Only the office and people of your association see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    agreed = forms.BooleanField(label=consents.text("registration"))


class UmbrellaForm(KernFormMixin, forms.Form):
    """Only umbrellas that are listed can be chosen: which others there are is nobody's business."""

    umbrella = forms.ModelChoiceField(
        label=_("Umbrella"),
        queryset=Organisation.objects.none(),
        empty_label="–",
        help_text=_("An umbrella that is missing here can be entered by the office."),
    )
    kind = forms.ChoiceField(label=_("As what?"), choices=AffiliationKind.choices)

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["umbrella"].queryset = (
            Organisation.objects.listed()
            .umbrellas()
            .exclude(pk=organisation.pk)
            .exclude(
                pk__in=Affiliation.objects.filter(member=organisation, to_on=None).values(
                    "umbrella"
                )
            )
        )
