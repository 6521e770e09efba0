"""Requests and incidents of data protection, as the group Datenschutz works on them."""

from django import forms
from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import cases
from kme_portal.accounts.admin_mixins import ReadLoggedAdmin, ReadOnlyAdmin
from kme_portal.accounts.admin_privacy import PrivacyPages
from kme_portal.accounts.models import (
    CaseNote,
    DataRequest,
    Erasure,
    Incident,
    RequestKind,
    RequestStatus,
)
from kme_portal.accounts.models.cases import due_one_month_after
from kme_portal.accounts.mydata import erasing
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.addresses import digest, normalised


class NoteInline(admin.StackedInline):
    model = CaseNote
    fields = ["text", "written_by", "written_at"]
    readonly_fields = ["written_by", "written_at"]
    extra = 1
    can_delete = False

    def has_change_permission(self, request, obj=None):
        return False


class DecisionForm(forms.ModelForm):
    """The step that is taken with saving, where one is."""

    STEPS: list[tuple[str, str]] = []

    step = forms.ChoiceField(label=_("Next step"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "step" in self.fields:
            self.fields["step"].choices = [("", _("only save")), *self.STEPS]


class RequestForm(DecisionForm):
    STEPS = [
        ("take_up", _("I work on it")),
        ("extend", _("Extend by two months, and tell the person why")),
        ("erase", _("Erase the person everywhere; this answers the request")),
        ("answer", _("Answer: the person gets the text below")),
        ("refuse", _("Refuse: the person gets the text below and the ways to object")),
        ("withdraw", _("The person has withdrawn the request")),
    ]


class CaseAdmin(ReadLoggedAdmin):
    """Saving takes the chosen step too; what the law does not allow is said and not done."""

    inlines = [NoteInline]
    list_per_page = 50

    def has_delete_permission(self, request, obj=None):
        return False

    def save_formset(self, request, form, formset, change):
        for note in formset.save(commit=False):
            note.written_by = request.user
            note.save()
        formset.save_m2m()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        step = form.cleaned_data.get("step")
        if not step:
            return
        try:
            self.take(step, form.instance, request)
        except IllegalTransition as error:
            self.message_user(request, error.message, messages.ERROR)
        except cases.CaseRefused as error:
            self.message_user(request, error.message, messages.ERROR)

    def take(self, step, row, request):
        raise NotImplementedError


@admin.register(DataRequest)
class DataRequestAdmin(PrivacyPages, CaseAdmin):
    form = RequestForm
    list_display = ["__str__", "state", "received_on", "due", "responsible"]
    list_filter = ["status", "kind", "channel", "received_on"]
    list_select_related = ["responsible"]
    readonly_fields = ["status", "due_on", "closed_at"]
    fieldsets = [
        (None, {"fields": ["kind", "status", "received_on", "due_on", "closed_at", "responsible"]}),
        (
            _("Who asks"),
            {
                "fields": ["email", "name", "language", "channel", "text"],
                "description": _(
                    "Make sure that it is this person who asks, best by the mailed link of “My"
                    " data”. Ask for no copy of an identity card."
                ),
            },
        ),
        (_("Decision"), {"fields": ["step", "extension_reason", "answer"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": ["kind", "received_on", "email", "name", "language", "channel", "text"],
                "description": _(
                    "For requests by telephone, letter or in person. The person gets a"
                    " confirmation by e-mail where there is an address."
                ),
            },
        )
    ]

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else self.add_fieldsets

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_readonly_fields(self, request, obj=None):
        if obj is not None and not obj.is_waiting:
            return [
                *self.readonly_fields,
                *["kind", "received_on", "email", "name", "language", "channel", "text"],
                *["extension_reason", "answer"],
            ]
        return self.readonly_fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, change=change, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.email = normalised(obj.email)
        obj.address_digest = digest(obj.email) if obj.email else obj.address_digest
        if not change or "received_on" in form.changed_data and not obj.is_extended:
            obj.due_on = due_one_month_after(obj.received_on)
        super().save_model(request, obj, form, change)
        if not change:
            cases.acknowledge(obj)

    def take(self, step, row, request):
        now = timezone.now()
        closing = {
            "answer": RequestStatus.ANSWERED,
            "refuse": RequestStatus.REFUSED,
            "withdraw": RequestStatus.WITHDRAWN,
        }
        if step == "take_up":
            cases.take_up(request_id=row.pk, user=request.user)
        elif step == "extend":
            cases.extend(request_id=row.pk, reason=row.extension_reason)
        elif step in closing:
            cases.close(request_id=row.pk, status=closing[step], answer=row.answer, now=now)
        elif step == "erase":
            self.erase(row, request, now)

    def erase(self, row, request, now):
        if row.kind != RequestKind.ERASURE or not row.email:
            raise cases.CaseRefused(
                gettext("Only a request for erasure with an e-mail address can be carried out.")
            )
        reasons = erasing.reasons_to_wait(row.email)
        if reasons:
            raise cases.CaseRefused(" ".join(reasons))
        erasing.erase_person(email=row.email, language=row.language, channel=row.channel, now=now)
        self.message_user(
            request, gettext("The person is erased and gets a last e-mail."), messages.SUCCESS
        )

    @admin.display(description=_("status"), ordering="status")
    def state(self, obj):
        return obj.get_status_display()

    @admin.display(description=_("due on"), ordering="due_on")
    def due(self, obj):
        """The day, and in words what a colour alone would not tell everybody."""
        day = date_format(obj.due_on, "SHORT_DATE_FORMAT")
        if obj.is_overdue:
            return format_html("<strong class='overdue'>{} ({})</strong>", day, gettext("overdue"))
        return day


class IncidentForm(DecisionForm):
    STEPS = [
        ("contain", _("The breach is stopped")),
        ("close", _("Close: all that the law asks for is done")),
    ]


@admin.register(Incident)
class IncidentAdmin(CaseAdmin):
    form = IncidentForm
    list_display = ["__str__", "status", "noticed_at", "clock", "risk"]
    list_filter = ["status", "risk", "noticed_at"]
    readonly_fields = ["status", "clock", "closed_at"]
    fieldsets = [
        (
            None,
            {"fields": ["title", "status", "noticed_at", "clock", "happened_at", "responsible"]},
        ),
        (
            _("What happened"),
            {
                "fields": [
                    "description",
                    "data_kinds",
                    "people_affected",
                    "consequences",
                    "measures",
                ],
                "description": _("What Article 33(3) asks for; without names of people."),
            },
        ),
        (
            _("Whom to tell"),
            {"fields": ["risk", "authority_told_at", "delay_reason", "people_told_at"]},
        ),
        (_("Decision"), {"fields": ["step", "closed_at"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": ["title", "noticed_at", "description", "risk"],
                "description": _(
                    "Write down what you know now; the rest can follow. The authority must be told"
                    " within 72 hours, unless a risk is unlikely."
                ),
            },
        )
    ]

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else self.add_fieldsets

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, change=change, **kwargs)

    def take(self, step, row, request):
        if step == "contain":
            cases.contain_incident(incident_id=row.pk)
        elif step == "close":
            cases.close_incident(incident_id=row.pk, now=timezone.now())

    @admin.display(description=_("authority must be told by"), ordering="noticed_at")
    def clock(self, obj):
        if not obj.needs_report:
            return gettext("no more") if obj.authority_told_at else gettext("not needed")
        until = date_format(timezone.localtime(obj.report_until), "SHORT_DATETIME_FORMAT")
        if obj.report_until < timezone.now():
            return format_html(
                "<strong class='overdue'>{} ({})</strong>", until, gettext("overdue")
            )
        return until


@admin.register(Erasure)
class ErasureAdmin(ReadOnlyAdmin):
    list_display = ["erased_at", "channel", "rows"]
    list_filter = ["channel", "erased_at"]
    fields = ["erased_at", "channel", "rows"]
