"""What the office types into the register."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ExportPurposeForm
from kme_portal.base.forms import WebAddressField
from kme_portal.base.uploads import PictureField
from organisations.models import (
    ContactChannel,
    District,
    Organisation,
    Representative,
)

CLOCK_AHEAD = timedelta(minutes=15)
# Pixels; twice what a profile shows, for sharp screens.
LOGO_SIDE = 800


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
    logo = PictureField(label=_("another logo"), longest=LOGO_SIDE, required=False)
    logo_alt = forms.CharField(
        label=_("What is to be seen on it?"),
        max_length=300,
        required=False,
        help_text=_("For people who cannot see it, for example: green dome above an open book."),
    )
    without_logo = forms.BooleanField(label=_("Remove the logo"), required=False)

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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        logo = self.instance.logo_image if self.instance.pk else None
        self.fields["logo_alt"].initial = logo.alt if logo else ""

    def clean_logo_alt(self):
        alt = self.cleaned_data["logo_alt"]
        if self.cleaned_data.get("logo") and not alt:
            raise forms.ValidationError(_("Please say in a few words what is to be seen."))
        return alt


class ContactForm(forms.Form):
    """A call or letter in one step: nothing is compulsory."""

    text = forms.CharField(
        label=_("What was said"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    person = forms.ModelChoiceField(
        label=_("With whom"), queryset=Representative.objects.none(), required=False
    )
    channel = forms.ChoiceField(
        label=_("How"),
        choices=[choice for choice in ContactChannel.choices if choice[0] != ContactChannel.LIST],
        initial=ContactChannel.TELEPHONE,
        required=False,
    )
    happened_at = forms.DateTimeField(
        label=_("When"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    follow_up_on = forms.DateField(
        label=_("Take up again on"),
        help_text=_("From this day on it stands on your desk."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    keep_until = forms.DateField(
        label=_("Keep until"),
        help_text=_("Left empty, the note is deleted after two years."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, organisation: Organisation, now: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["happened_at"].initial = timezone.localtime(now)
        self.fields["person"].queryset = organisation.people()

    def clean_channel(self):
        return self.cleaned_data["channel"] or ContactChannel.TELEPHONE

    def clean_happened_at(self):
        moment = self.cleaned_data["happened_at"]
        # A clock that is some minutes ahead is no mistake of who types.
        if moment and moment > self.now + CLOCK_AHEAD:
            raise forms.ValidationError(_("This moment lies in the future."))
        return moment

    def clean_follow_up_on(self):
        return self._not_past("follow_up_on")

    def clean_keep_until(self):
        return self._not_past("keep_until")

    def _not_past(self, name: str):
        day = self.cleaned_data[name]
        if day and day < timezone.localdate(self.now):
            raise forms.ValidationError(_("This day has passed."))
        return day


class RegisterExportForm(ExportPurposeForm):
    with_people = forms.BooleanField(
        label=_("With people in roles, their addresses and telephone numbers"), required=False
    )
