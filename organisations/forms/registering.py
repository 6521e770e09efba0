"""What an association types when it registers itself: three short steps."""

import secrets
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import consents
from kme_portal.base.forms import KernFormMixin, PlainSelect
from kme_portal.mailings.addresses import normalised
from organisations.models import District, Term, TermKind, Visibility
from organisations.models.organisations import LegalForm
from organisations.services.registering import TOO_FAST

STAMP_HOLDS = timedelta(days=2)
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
CONTACTS = ("address", "email", "phone", "website")


class EmailField(forms.EmailField):
    """Takes an address with blanks or invisible signs as it was meant."""

    def to_python(self, value):
        return super().to_python(normalised(value.translate(INVISIBLE)) if value else value)


class TrapMixin(forms.Form):
    """Tells machines from people without asking anybody to solve a puzzle.

    `stamp` is signed and names this opening of the page: sent twice, it is one draft. The field
    `homepage` is a trap: nobody sees it, machines fill it in.
    """

    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    signer = signing.TimestampSigner(salt="organisations.form", sep=".")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stamp"].initial = self.signer.sign(secrets.token_hex(16))

    def is_from_a_machine(self) -> bool:
        return bool(self.data.get("homepage"))

    def form_id(self) -> str:
        """Of this opening of the page; a new one where the stamp is missing or old."""
        try:
            return self.signer.unsign(self.data.get("stamp", ""), max_age=STAMP_HOLDS)
        except signing.BadSignature:
            return secrets.token_hex(16)

    def signs(self) -> list[str]:
        """What the office should look at; nobody is refused for it."""
        try:
            self.signer.unsign(self.data.get("stamp", ""), max_age=TOO_FAST)
        except signing.SignatureExpired:
            return []
        except signing.BadSignature:
            return ["stamp"]
        return ["fast"]


class AssociationForm(KernFormMixin, TrapMixin):
    """Step one: which association, where, and how to reach it."""

    association = forms.CharField(
        label=_("Name of the association or initiative"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        help_text=_("An entry in the register of associations is not needed."),
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
        help_text=_("With it we find your district, and you need not choose it."),
    )
    district = forms.ChoiceField(
        label=_("District or city"),
        required=False,
        widget=PlainSelect,
        help_text=_("Only if you give no postcode."),
    )
    email = EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We send you a link to confirm. Nobody else sees it unless you want it."),
    )
    contact_name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("So that we know whom to address. It is never shown in public."),
    )
    field_order = ["association", "postcode", "district", "email", "contact_name", "stamp"]

    def __init__(self, *args, has_email: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        districts = District.objects.values_list("ags", "name")
        self.fields["district"].choices = [("", _("please choose")), *districts]
        # One of the two is compulsory, as their hints say; “optional” would be untrue of both.
        self.fields["postcode"].unmarked = self.fields["district"].unmarked = True
        if not has_email:
            # It is where the links go; another address is another registration.
            del self.fields["email"]

    def clean_association(self) -> str:
        return " ".join(self.cleaned_data["association"].translate(INVISIBLE).split())

    def clean_contact_name(self) -> str:
        return " ".join(self.cleaned_data["contact_name"].translate(INVISIBLE).split())

    def clean_postcode(self) -> str:
        code = "".join(self.cleaned_data["postcode"].split())
        if code and not (code.isascii() and code.isdigit() and len(code) == 5):
            raise forms.ValidationError(_("A postcode has five digits."))
        return code

    def clean(self):
        data = super().clean()
        code = data.get("postcode", "")
        found = list(District.objects.filter(postcodes__code=code)) if code else []
        chosen = data.get("district")
        if len(found) == 1:
            # The postcode is surer than a list of 53 names on a phone.
            data["district"] = found[0].ags
        elif found and chosen not in {row.ags for row in found}:
            self.add_error(
                "district",
                _("The postcode %(code)s lies in two districts: choose %(names)s.")
                % {"code": code, "names": " / ".join(row.name for row in found)},
            )
        elif not chosen and "postcode" not in self.errors and "district" not in self.errors:
            self.add_error(
                "district",
                _("This postcode is not in North Rhine-Westphalia. Choose where you work.")
                if code
                else _("Give a postcode or choose your district."),
            )
        return data

    def answers(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "name": data["association"],
            "postcode": data["postcode"],
            "district": data["district"],
        }

    @staticmethod
    def initial_of(answers: dict[str, Any], contact_name: str) -> dict[str, Any]:
        return {
            "association": answers.get("name", ""),
            "postcode": answers.get("postcode", ""),
            "district": answers.get("district", ""),
            "contact_name": contact_name,
        }


def _terms(label, kind: str, help_text="", *, required=False):
    field = forms.MultipleChoiceField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )
    field.term_kind = kind
    return field


class WorkForm(KernFormMixin, forms.Form):
    """Step two: what it does. The rest is optional, and says why it is asked."""

    fields_of_work = _terms(_("What do you do?"), TermKind.FIELD, required=True)
    description = forms.CharField(
        label=_("In one sentence"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_(
            "For example: We help young people with homework and play football. Any language."
        ),
    )
    languages = _terms(
        _("Languages"),
        TermKind.LANGUAGE,
        _("So that people find somebody who speaks their language."),
    )
    target_groups = _terms(
        _("For whom"), TermKind.TARGET_GROUP, _("So that we invite you to what suits you.")
    )
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("For quick questions."),
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"autocomplete": "url", "inputmode": "url", "dir": "ltr"}),
        help_text=_("So that we and others can learn more about you."),
    )
    street = forms.CharField(
        label=_("Street and number"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        help_text=_("For letters, and so that people find you if you wish."),
    )
    city = forms.CharField(
        label=_("Town"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    legal_form = forms.ChoiceField(
        label=_("Legal form"),
        required=False,
        widget=PlainSelect,
        help_text=_("It matters for some funding. Initiatives are welcome too."),
    )
    register_entry = forms.CharField(
        label=_("Register entry"),
        required=False,
        max_length=120,
        help_text=_("Court and number, if you have one. It makes our review quicker."),
    )
    umbrella = forms.CharField(
        label=_("Umbrella organisation"),
        required=False,
        max_length=200,
        help_text=_("If you belong to one. It is shown only when both sides have confirmed it."),
    )
    self_designations = _terms(
        _("How do you describe yourselves?"),
        TermKind.SELF_DESIGNATION,
        _(
            "Several answers are possible, and none is needed. It describes the association, "
            "never a person. If you let yourselves be listed, it is shown."
        ),
    )

    MORE = (
        "languages",
        "target_groups",
        "phone",
        "website",
        "street",
        "city",
        "legal_form",
        "register_entry",
        "umbrella",
        "self_designations",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["legal_form"].choices = [("", "–"), *LegalForm.choices]
        named: dict[str, list[tuple[str, str]]] = {}
        kinds = {f.term_kind for f in self.fields.values() if hasattr(f, "term_kind")}
        for term in Term.objects.current().filter(kind__in=kinds):
            named.setdefault(term.kind, []).append((term.slug, term.name))
        for field in self.fields.values():
            if kind := getattr(field, "term_kind", None):
                field.choices = named.get(kind, [])

    @property
    def more(self):
        return [self[name] for name in self.MORE]

    @property
    def has_more(self) -> bool:
        """Whether the optional part must be open: something stands in it, or is wrong."""
        return any(field.value() or field.errors for field in self.more)

    def clean_website(self) -> str:
        address = self.cleaned_data["website"]
        if address and not address.startswith(("https://", "http://")):
            raise forms.ValidationError(_("Give an address that begins with https://."))
        return address

    def answers(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["fields"] = data.pop("fields_of_work")
        return data

    @staticmethod
    def initial_of(answers: dict[str, Any]) -> dict[str, Any]:
        return answers | {"fields_of_work": answers.get("fields", [])}


WHO_SEES = [
    (Visibility.OFFICE, _("the office only")),
    (Visibility.NETWORK, _("associations of the network")),
    (Visibility.PUBLIC, _("everyone")),
]


def _visibility(label):
    return forms.ChoiceField(
        label=label, choices=WHO_SEES, initial=Visibility.OFFICE, widget=forms.RadioSelect
    )


class ShownForm(KernFormMixin, forms.Form):
    """Step three: what is shown to whom. Unless somebody chooses otherwise, nothing is."""

    is_listed = forms.TypedChoiceField(
        label=_("Shall your association stand in the public directory?"),
        choices=[
            ("no", _("No. Only the office knows it; you are invited all the same.")),
            ("yes", _("Yes. Everyone can read name, district and what you do.")),
        ],
        coerce=lambda value: value == "yes",
        initial="no",
        widget=forms.RadioSelect,
    )
    email_visibility = _visibility(_("Who sees your e-mail address?"))
    phone_visibility = _visibility(_("Who sees your telephone number?"))
    address_visibility = _visibility(_("Who sees your address?"))
    website_visibility = _visibility(_("Who sees your website?"))
    consent_registration = forms.BooleanField(
        required=False,
    )
    consent_listing = forms.BooleanField(required=False)

    def __init__(self, *args, answers: dict[str, Any], **kwargs):
        kwargs.setdefault("initial", self.initial_of(answers))
        super().__init__(*args, **kwargs)
        given = {
            "phone": answers.get("phone"),
            "address": answers.get("street") or answers.get("city"),
            "website": answers.get("website"),
        }
        for name, value in given.items():
            if not value:
                del self.fields[f"{name}_visibility"]
        for purpose in ("registration", "listing"):
            self.fields[f"consent_{purpose}"].label = consents.text(purpose)
        # They are compulsory when it is sent, not when it is looked at.
        self.hide_optional = True

    @property
    def is_preview(self) -> bool:
        return "preview" in self.data

    def clean(self):
        data = super().clean()
        if self.is_preview:
            return data
        if not data.get("consent_registration"):
            self.add_error(
                "consent_registration", _("Without this agreement we cannot keep your details.")
            )
        if data.get("is_listed") and not data.get("consent_listing"):
            self.add_error(
                "consent_listing", _("Please agree to this, or choose not to be listed.")
            )
        return data

    def answers(self) -> dict[str, Any]:
        """A contact that is not given, or no longer, is nobody's to see."""
        return {
            "is_listed": self.cleaned_data["is_listed"],
            **{
                f"{name}_visibility": self.cleaned_data.get(
                    f"{name}_visibility", Visibility.OFFICE.value
                )
                for name in CONTACTS
            },
        }

    @staticmethod
    def initial_of(answers: dict[str, Any]) -> dict[str, Any]:
        return answers | {"is_listed": "yes" if answers.get("is_listed") else "no"}


class TextForm(KernFormMixin, forms.Form):
    """An answer to the office, or an objection."""

    text = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}))

    def __init__(self, *args, label, help_text="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        self.fields["text"].help_text = help_text
