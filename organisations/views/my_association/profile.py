"""An association looks after its own profile, part by part."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from kme_portal.base.models import IllegalTransition
from kme_portal.base.words import listed
from organisations.forms.my_association import (
    MINE,
    THEIRS,
    ContactForm,
    DetailsForm,
    ListingForm,
    LogoForm,
    NameForm,
    PartForm,
    WorkForm,
)
from organisations.models import ChangeStatus, ProfileChange
from organisations.services import profile, register
from organisations.views.directory import contact_of, facts_of
from organisations.views.my_association.association import AssociationMixin


@dataclass(frozen=True)
class Part:
    """A part of the profile with a form of its own."""

    key: str
    title: str | Promise
    form: type[PartForm]


PARTS = {
    part.key: part
    for part in (
        Part("name", gettext_lazy("Name and legal form"), NameForm),
        Part("angaben", gettext_lazy("More about the association"), DetailsForm),
        Part("kontakt", gettext_lazy("Address and contact"), ContactForm),
        Part("taetigkeit", gettext_lazy("What you do"), WorkForm),
        Part("sichtbarkeit", gettext_lazy("Shown in the directory"), ListingForm),
    )
}


class ProfileView(AssociationMixin, TemplateView):
    """Everything that stands in the profile, who sees it, and what is in review."""

    room = "profile"
    template_name = "organisations/my_association/profile.html"

    def get_context_data(self, **kwargs):
        row = self.organisation
        changes = list(ProfileChange.objects.filter(organisation=row)[:10])
        facts = dict(facts_of(row))
        return super().get_context_data(
            groups=[
                (part.title, self.address("part", part.key), self.rows(part.key, facts))
                for part in PARTS.values()
            ],
            waiting=[change for change in changes if change.status == ChangeStatus.WAITING],
            asks_whether_right=self.is_to_be_confirmed,
            refused=[change for change in changes if change.status == ChangeStatus.REFUSED][:1],
            **kwargs,
        )

    def rows(self, key: str, facts: dict) -> list[tuple[str, Any, str]]:
        """Label, value and who sees it, for one part."""
        row = self.organisation
        public, office = _("everyone"), _("the office only")
        if key == "name":
            return [
                (_("Name"), row.name, public),
                (_("Legal form"), row.get_legal_form_display(), public),
                (_("Self-designation"), facts[_("Self-designation")], public),
            ]
        if key == "angaben":
            return [
                (_("Short name"), row.short_name, public),
                (_("Names in other scripts or spellings"), row.other_names, public),
                (_("Register entry"), row.register_entry, office),
                (_("Founded"), row.founded_in, public),
                (_("How many members"), row.get_size_band_display(), office),
            ]
        if key == "kontakt":
            town = " ".join(filter(None, [row.postcode, row.city]))
            return [
                (
                    _("Address"),
                    ", ".join(filter(None, [row.street, town])),
                    row.get_address_visibility_display(),
                ),
                (_("District"), facts[_("District")], public),
                (_("E-mail"), row.email, row.get_email_visibility_display()),
                (_("Telephone"), row.phone, row.get_phone_visibility_display()),
                (_("Website"), row.website, row.get_website_visibility_display()),
            ]
        if key == "taetigkeit":
            return [
                (_("What you do"), row.description, public),
                (_("Fields of activity"), facts[_("Fields of activity")], public),
                (_("Target groups"), facts[_("Target groups")], public),
                (_("Languages"), facts[_("Languages")], public),
            ]
        return [(_("Shown in the directory"), _("yes") if row.is_listed else _("no"), "")]


class PreviewView(AssociationMixin, TemplateView):
    """The profile as the public or the network would see it; nothing else than they get."""

    room = "profile"
    template_name = "organisations/my_association/preview.html"
    needs_edit = False

    def get_context_data(self, **kwargs):
        to_network = self.request.GET.get("sicht") == "netzwerk"
        return super().get_context_data(
            facts=facts_of(self.organisation),
            contact=contact_of(self.organisation, to_network=to_network),
            to_network=to_network,
            **kwargs,
        )


class PartView(AssociationMixin, FormView):
    """One part of the profile. Two people may have it open: each keeps what they typed."""

    room = "profile"
    template_name = "organisations/my_association/part.html"

    def dispatch(self, request, *args, **kwargs):
        if kwargs["part"] not in PARTS:
            raise Http404
        self.part = PARTS[kwargs["part"]]
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return self.part.form

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"instance": self.organisation}
        if self.part.key == "name":
            kwargs["waiting"] = {change.field for change in self.waiting()}
        return kwargs

    def waiting(self) -> list[ProfileChange]:
        if self.part.key != "name":
            return []
        if not hasattr(self, "_waiting"):
            rows = ProfileChange.objects.waiting().filter(organisation=self.organisation)
            self._waiting = list(rows)
        return self._waiting

    def get_context_data(self, **kwargs):
        return super().get_context_data(part=self.part, waiting=self.waiting(), **kwargs)

    def form_valid(self, form: PartForm):
        seen, clash = form.opened_with()
        typed = form.typed()
        choices = {name: self.request.POST.get(f"choice-{name}", "") for name in clash}
        for name, choice in choices.items():
            if choice == THEIRS:
                typed[name] = seen[name]
        asked = {name: seen[name] for name in clash}
        if any(choice not in (MINE, THEIRS) for choice in choices.values()):
            return self.ask(form, seen, asked, undecided=True)
        try:
            others = self.save(form, seen, typed)
        except profile.ChangedMeanwhile as clashed:
            return self.ask(form, seen, asked | clashed.now)
        if others:
            labels = listed(form.fields[name].label for name in sorted(others))
            messages.info(
                self.request,
                _("Somebody else has meanwhile changed: %(fields)s.") % {"fields": labels},
            )
        return self.to("profile")

    def save(self, form: PartForm, seen, typed) -> set[str]:
        about = {"organisation_id": self.organisation.pk, "seen": seen, "typed": typed}
        if isinstance(form, NameForm):
            return self.ask_for_changes(form, seen)
        if isinstance(form, ListingForm):
            others = profile.change_listing(
                **about, user=self.request.user, language=get_language(), now=self.now
            )
        else:
            others = profile.change_profile(**about)
        messages.success(self.request, _("Saved."))
        return others

    def ask_for_changes(self, form: NameForm, seen) -> set[str]:
        """Each wish by itself: a colleague's wish about one field does not keep the others."""
        is_asked = False
        for field, value in form.sensitive():
            if value == seen[field]:
                continue
            try:
                asked = profile.ask_for_change(
                    organisation_id=self.organisation.pk,
                    field=field,
                    value=value,
                    asked_by=self.request.user,
                    now=self.now,
                )
            except profile.AlreadyAsked:
                messages.warning(
                    self.request,
                    _("“%(field)s” is in review already, so this was not sent: %(text)s")
                    % {"field": form.fields[field].label, "text": in_words(form, field, value)},
                )
            else:
                is_asked = is_asked or asked is not None
        if is_asked:
            messages.success(
                self.request,
                _("The office looks at your change. Until then the present text stays."),
            )
        return set()

    def ask(self, form: PartForm, seen, now: profile.Values, *, undecided: bool = False):
        """Field by field what it says now and what was typed; nothing typed is lost."""
        data = self.request.POST.copy()
        # What was not touched still is not, although another may have changed it meanwhile.
        data["seen"] = form.seal(seen | now, sorted(now))
        kept = type(form)(data, **{k: v for k, v in self.get_form_kwargs().items() if k != "data"})
        kept.is_valid()
        clashes = [
            {
                "name": name,
                "label": kept.fields[name].label,
                "theirs": in_words(kept, name, value),
                "mine": in_words(kept, name, form.typed()[name]),
                "chosen": self.request.POST.get(f"choice-{name}", ""),
            }
            for name, value in now.items()
        ]
        context = self.get_context_data(form=kept, clashes=clashes, undecided=undecided)
        return self.render_to_response(context, status=409)


def in_words(form: PartForm, name: str, value) -> str:
    """A plain value as the form would show it."""
    field = form.fields[name]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return listed(field.queryset.filter(pk__in=value)) or "–"
    if hasattr(field, "queryset"):
        row = field.queryset.filter(pk=value).first()
        return str(row) if row else "–"
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value) or "–")


class LogoView(AssociationMixin, FormView):
    room = "profile"
    template_name = "organisations/my_association/logo.html"
    form_class = LogoForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"has_logo": self.organisation.logo_image_id is not None}

    def get_initial(self):
        logo = self.organisation.logo_image
        return {"alt": logo.alt if logo else ""}

    def form_valid(self, form):
        data = form.cleaned_data
        profile.keep_logo(
            organisation_id=self.organisation.pk,
            picture=data.get("logo"),
            alt=data.get("alt", ""),
            is_removed=data.get("remove", False),
        )
        messages.success(self.request, _("Saved."))
        return self.to("profile")


@method_decorator(require_POST, name="dispatch")
class WithdrawChangeView(AssociationMixin, View):
    """Takes a wish back that the office has not decided yet."""

    def post(self, request, pk, change):
        row = get_object_or_404(ProfileChange, pk=change, organisation=self.organisation)
        try:
            profile.withdraw_change(change_id=row.pk)
        except IllegalTransition as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, _("Your change is withdrawn."))
        return self.to("profile")


@method_decorator(require_POST, name="dispatch")
class ConfirmView(AssociationMixin, View):
    """Everything is still right."""

    def post(self, request, pk):
        register.confirm(organisation_id=self.organisation.pk, now=self.now)
        messages.success(request, _("Thank you. We ask again in a year."))
        return self.to("desk")
