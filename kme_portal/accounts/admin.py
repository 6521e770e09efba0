"""People who sign in, as the office keeps them: invited, let go, never deleted in bulk."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import admin_cases as admin_cases
from kme_portal.accounts import admin_roles as admin_roles
from kme_portal.accounts import four_eyes, leaving, readlog, roles, second_factor, services
from kme_portal.accounts.admin_mixins import ReadLoggedAdmin, ReadOnlyAdmin
from kme_portal.accounts.consents import title_of, withdraw_consent
from kme_portal.accounts.models import (
    Channel,
    Consent,
    ReadLog,
    RoleEventKind,
    RoleRequest,
    User,
)
from kme_portal.base.models import HistoryErasure


@admin.register(User)
class UserAdmin(ReadLoggedAdmin):
    list_display = ["email", "name", "role", "is_active", "last_login"]
    list_filter = ["is_active", "is_staff", "groups"]
    search_fields = ["email", "name"]
    ordering = ["-is_active", "-is_staff", "email"]
    actions = ["invite_again", "end_sessions", "close_accounts"]
    change_form_template = "accounts/admin/user_change_form.html"
    readonly_fields = [
        "is_active",
        "joined_at",
        "last_login",
        "invited_at",
        "protected",
        "to_be_confirmed",
    ]
    fieldsets = [
        (None, {"fields": ["email", "name", "language"]}),
        (_("Work in the office"), {"fields": ["is_staff", "groups", "to_be_confirmed"]}),
        (
            _("Sign-in"),
            {"fields": ["is_active", "protected", "joined_at", "invited_at", "last_login"]},
        ),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": ["email", "name", "language", "is_staff", "groups"],
                "description": _(
                    "After saving, a link goes to this address with which the person sets a"
                    " password."
                ),
            },
        )
    ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["label"] = _("Roles")
            kwargs["help_text"] = _(
                "Koordination keeps the register, plans and invites. Redaktion writes texts,"
                " events and topics. Förderung keeps calls and projects. Leitung sees figures"
                " only. Datenschutz reads the logs and answers requests. Several are possible."
            )
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else self.add_fieldsets

    def get_readonly_fields(self, request, obj=None):
        # Whoever changes an address proves it first, in the account itself.
        return [*self.readonly_fields, "email"] if obj else []

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
            return
        invited = services.invite_user(
            email=obj.email, name=obj.name, language=obj.language, is_staff=obj.is_staff
        )
        # Django goes on with this very object: groups, log entry, redirect.
        obj.__dict__.update(invited.__dict__)

    def save_related(self, request, form, formsets, change):
        """What a second person has to confirm is kept back; the rest is given and recorded."""
        user, was = form.instance, rights_before(form, change)
        asked = set(form.cleaned_data["groups"].values_list("name", flat=True))
        held = four_eyes.withheld(
            user=user, had=was.groups if was.counts(user) else (), asked=asked, by=request.user
        )
        form.cleaned_data["groups"] = form.cleaned_data["groups"].exclude(name__in=held)
        super().save_related(request, form, formsets, change)
        if change and (was.is_staff, was.groups) != (user.is_staff, asked - held):
            services.note_changed_role(user=user, by=request.user)
        elif not change and user.is_staff:
            roles.record(user, RoleEventKind.INVITED, by=request.user)
        if held:
            four_eyes.ask(user=user, groups=held, by=request.user)
            self.message_user(
                request,
                gettext(
                    "%(roles)s: another person of Koordination or Datenschutz has to confirm this."
                    " They have been written to."
                )
                % {"roles": ", ".join(sorted(held))},
                messages.WARNING,
            )

    def get_urls(self):
        leaving = path(
            "<int:pk>/leaving/",
            self.admin_site.admin_view(self.leaving),
            name="accounts_user_leaving",
        )
        return [leaving, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        user = self.get_object(request, object_id)
        can_leave = (
            user is not None
            and user.is_active
            and user.is_staff
            and user != request.user
            and self.has_change_permission(request, user)
        )
        context = {"can_leave": can_leave} | (extra_context or {})
        return super().change_view(request, object_id, form_url, context)

    def leaving(self, request, pk):
        """One step: who takes over what is open; then the account is closed."""
        user = get_object_or_404(User, pk=pk, is_active=True, is_staff=True)
        if not self.has_change_permission(request, user) or user == request.user:
            raise PermissionDenied
        open_work = leaving.preview(user)
        data = request.POST if request.method == "POST" else None
        form = LeavingForm(data, user=user, is_needed=bool(open_work))
        if request.method == "POST" and form.is_valid():
            try:
                moved = leaving.leave(
                    user=user, successor=form.cleaned_data.get("successor"), by=request.user
                )
            except leaving.IsLastCoordinator:
                form.add_error(None, gettext("This is the last coordinator. Invite another first."))
            except leaving.NobodyTakesOver:
                # Something was given to the person while this page stood open.
                asked = "successor" if open_work else None
                form.add_error(asked, gettext("Please choose who takes over."))
            else:
                self.message_user(request, closed_words(user, moved), messages.SUCCESS)
                return redirect("admin:accounts_user_changelist")
        readlog.note_view(user=request.user, row=user)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Leaving the office"),
            "opts": self.opts,
            "original": user,
            "open_work": open_work,
            "form": form,
        }
        return TemplateResponse(request, "accounts/admin/leaving.html", context)

    @admin.display(description=_("role"))
    def role(self, obj):
        groups = [group.name for group in obj.groups.all()]
        return ", ".join(groups) or (gettext("office") if obj.is_staff else "–")

    @admin.display(description=_("waits for confirmation"))
    def to_be_confirmed(self, obj):
        rows = RoleRequest.objects.waiting(timezone.now()).filter(user=obj)
        return ", ".join(name for row in rows for name in row.groups) or "–"

    @admin.display(description=_("second factor set up"), boolean=True)
    def protected(self, obj):
        return second_factor.is_set_up(obj)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.action(description=_("Send the invitation again"), permissions=["change"])
    def invite_again(self, request, queryset):
        for user in queryset:
            if user.has_usable_password() or not user.is_active:
                self.message_user(
                    request,
                    gettext("%(account)s has accepted already, or is closed.")
                    % {"account": user.email},
                    messages.WARNING,
                )
            else:
                services.send_invitation(user=user)
                self.message_user(
                    request, gettext("An invitation goes to %(account)s.") % {"account": user.email}
                )

    @admin.action(description=_("Sign out everywhere"), permissions=["change"])
    def end_sessions(self, request, queryset):
        ended = sum(services.end_sessions(user=user) for user in queryset)
        self.message_user(
            request,
            ngettext("%(count)d session was ended.", "%(count)d sessions were ended.", ended)
            % {"count": ended},
        )

    @admin.action(description=_("Close the account (the person leaves)"), permissions=["change"])
    def close_accounts(self, request, queryset):
        for user in queryset:
            if user == request.user:
                self.message_user(
                    request, gettext("You cannot close your own account."), messages.ERROR
                )
                continue
            if user.is_active and user.is_staff:
                address = reverse("admin:accounts_user_leaving", args=[user.pk])
                text = gettext("Please hand over first what this person is responsible for.")
                link = format_html('<a href="{}">{}</a> ({})', address, text, user.email)
                self.message_user(request, link, messages.WARNING)
                continue
            services.close_account(user=user)
            roles.record(user, RoleEventKind.CLOSED, by=request.user)
            self.message_user(request, closed_words(user, 0))


@dataclass(frozen=True)
class Rights:
    """What an account could do before its form was sent."""

    is_staff: bool
    groups: set[str]

    def counts(self, user: User) -> bool:
        """Roles of somebody who was not of the office begin to count when they are."""
        return self.is_staff or not user.is_staff


def rights_before(form, change: bool) -> Rights:
    """From the database: the form has written to its row, not yet to its roles."""
    if not change:
        return Rights(is_staff=False, groups=set())
    groups = set(form.instance.groups.values_list("name", flat=True))
    return Rights(is_staff=bool(form.initial["is_staff"]), groups=groups)


def closed_words(user, moved: int) -> str:
    closed = gettext("The account %(account)s is closed.") % {"account": user.email}
    if not moved:
        return closed
    handed_over = ngettext(
        "%(count)d record was handed over.", "%(count)d records were handed over.", moved
    ) % {"count": moved}
    return f"{closed} {handed_over}"


class LeavingForm(forms.Form):
    """Who takes over, where something is open."""

    successor = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Who takes over?"))

    def __init__(self, *args, user, is_needed, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["successor"].queryset = roles.colleagues(without=user)
        if not is_needed:
            del self.fields["successor"]


class PurposeFilter(admin.SimpleListFilter):
    title = _("purpose")
    parameter_name = "purpose"

    def lookups(self, request, model_admin):
        given = model_admin.get_queryset(request).order_by().values_list("purpose", flat=True)
        return [(purpose, title_of(purpose)) for purpose in sorted(given.distinct())]

    def queryset(self, request, queryset):
        return queryset.filter(purpose=self.value()) if self.value() else queryset


@admin.register(Consent)
class ConsentAdmin(ReadOnlyAdmin):
    list_display = ["email", "for_what", "text_version", "channel", "given_at", "withdrawn_at"]
    list_filter = [PurposeFilter, "channel", ("withdrawn_at", admin.EmptyFieldListFilter)]
    fields = [
        "email",
        "for_what",
        "text_version",
        "language",
        "channel",
        "reference",
        "given_at",
        "withdrawn_at",
        "withdrawn_by",
    ]
    search_fields = ["email"]
    actions = ["withdraw_by_telephone"]

    def has_withdraw_permission(self, request):
        return request.user.has_perm("accounts.change_consent")

    @admin.display(description=_("purpose"), ordering="purpose")
    def for_what(self, consent):
        return title_of(consent.purpose)

    @admin.action(description=_("Withdrawn by telephone or letter"), permissions=["withdraw"])
    def withdraw_by_telephone(self, request, queryset):
        for consent in queryset.living():
            withdraw_consent(
                email=consent.email,
                purpose=consent.purpose,
                reference=consent.reference,
                how=Channel.TELEPHONE,
                now=timezone.now(),
            )
        self.message_user(request, gettext("The withdrawal was recorded."))


class ModelFilter(admin.SimpleListFilter):
    title = _("kind of record")
    parameter_name = "model"

    def lookups(self, request, model_admin):
        labels = model_admin.get_queryset(request).order_by().values_list("model", flat=True)
        return [(label, readlog.name_of_model(label)) for label in sorted(labels.distinct())]

    def queryset(self, request, queryset):
        return queryset.filter(model=self.value()) if self.value() else queryset


@admin.register(ReadLog)
class ReadLogAdmin(ReadOnlyAdmin):
    list_display = ["read_at", "user", "reading", "kind_of_record", "ids", "purpose"]
    list_filter = ["reading", ModelFilter, "read_at"]
    list_select_related = ["user"]
    date_hierarchy = "read_at"
    fields = ["read_at", "user", "reading", "kind_of_record", "ids", "purpose"]

    @admin.display(description=_("kind of record"), ordering="model")
    def kind_of_record(self, entry):
        return readlog.name_of_model(entry.model)


@admin.register(HistoryErasure)
class HistoryErasureAdmin(ReadOnlyAdmin):
    list_display = ["erased_at", "kind_of_record", "entries", "reason"]
    list_filter = [ModelFilter]

    @admin.display(description=_("kind of record"), ordering="model")
    def kind_of_record(self, erasure):
        return readlog.name_of_model(erasure.model)
