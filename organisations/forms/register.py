"""What the office types into the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ExportPurposeForm
from kme_portal.base.forms import WebAddressField
from organisations.models import (
    ContactChannel,
    District,
    Organisation,
    Representative,
)


class DistrictFromPostcode:
    """Mixed into a form with both: the district follows from the postcode where it is empty."""

    def clean(self):
        data = super().clean()
        code = data.get("postcode")
        if code and not data.get("district"):
            districts = list(District.objects.filter(postcodes__code=code))
            if len(districts) == 1:
                data["district"] = districts[0]
            elif districts:
                self.add_error(
                    "district",
                    _("The postcode %(code)s lies in two districts: choose %(names)s.")
                    % {"code": code, "names": " / ".join(row.name for row in districts)},
                )
        return data

    def clean_postcode(self):
        code = self.cleaned_data["postcode"].strip()
        if code and not (code.isdigit() and len(code) == 5):
            raise forms.ValidationError(_("A postcode has five digits."))
        return code


class OrganisationForm(DistrictFromPostcode, forms.ModelForm):
    website = WebAddressField(label=_("website"), required=False)

    class Meta:
        model = Organisation
        fields = [
            "kind",
            "name",
            "short_name",
            "other_names",
            "level",
            "legal_form",
            "register_entry",
            "founded_in",
            "district",
            "street",
            "postcode",
            "city",
            "address_visibility",
            "email",
            "email_visibility",
            "phone",
            "phone_visibility",
            "website",
            "website_visibility",
            "description",
            "description_language",
            "self_designations",
            "languages",
            "fields",
            "target_groups",
            "size_band",
            "relation",
            "relation_from",
            "relation_to",
            "is_listed",
            "source",
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 6})}


class ContactForm(forms.Form):
    """A call or letter in one step: nothing is compulsory."""

    text = forms.CharField(
        label=_("What was said"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
    )
    person = forms.ModelChoiceField(
        label=_("With whom"), queryset=Representative.objects.none(), required=False
    )
    channel = forms.ChoiceField(
        label=_("How"),
        choices=[choice for choice in ContactChannel.choices if choice[0] != ContactChannel.LIST],
        initial=ContactChannel.TELEPHONE,
    )

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = organisation.people()


class RegisterExportForm(ExportPurposeForm):
    with_people = forms.BooleanField(
        label=_("With people in roles, their addresses and telephone numbers"), required=False
    )
