"""What the office types while it reviews a registration or a claim."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation, Term, TermKind
from organisations.models.affiliations import AffiliationKind
from organisations.models.organisations import Relation
from organisations.twins import umbrella_named


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Question to the association"),
        help_text=_("Goes out by mail; they answer in the portal. Write in their language."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class UmbrellaForm(forms.Form):
    """The umbrella that was typed as an entry of the register, chosen already where it is clear."""

    umbrella = forms.ModelChoiceField(
        label=_("Umbrella"), queryset=Organisation.objects.none(), empty_label=_("none of these")
    )
    kind = forms.ChoiceField(label=_("As what?"), choices=AffiliationKind.choices)

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, **kwargs)
        typed = registration.answers.get("umbrella", "")
        self.fields["umbrella"].queryset = (
            Organisation.objects.umbrellas()
            .exclude(pk=registration.organisation_id)
            .exclude(member_links__member=registration.organisation_id)
        )
        self.fields["umbrella"].initial = umbrella_named(typed) if typed else None
        self.fields["umbrella"].help_text = _("They typed: %(typed)s") % {"typed": typed}


class ApprovalForm(UmbrellaForm):
    relation = forms.ChoiceField(
        label=_("Relation to the office"),
        choices=Relation.choices,
        initial=Relation.NEW,
        required=False,
    )
    field_order = ["relation", "umbrella", "kind"]

    def __init__(self, *args, registration, **kwargs):
        super().__init__(*args, registration=registration, **kwargs)
        self.fields["umbrella"].required = self.fields["kind"].required = False
        if not registration.answers.get("umbrella"):
            del self.fields["umbrella"], self.fields["kind"]


class RefusalForm(forms.Form):
    reason = forms.ModelChoiceField(label=_("Reason"), queryset=Term.objects.none())
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Stands in the letter below the reason. The way to object stands there too."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reasons = Term.objects.current().of_kind(TermKind.REFUSAL_REASON)
        self.fields["reason"].queryset = reasons


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        queryset=Organisation.objects.filter(merged_into=None), widget=forms.HiddenInput
    )


class ObjectionForm(forms.Form):
    words = forms.CharField(
        label=_("Answer to the association"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ClaimRefusalForm(forms.Form):
    words = forms.CharField(
        label=_("What you write to them"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
