"""Messages and barrier reports in the admin: read, taken over, answered, closed."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from kme_portal.base.paths import known_path
from kme_portal.pages.admin.office import StepsMixin
from kme_portal.pages.models import Case, CaseOutcome, CaseStatus
from kme_portal.pages.services import cases


class ReplyForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Your text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 70, "dir": "auto"}),
        help_text=gettext_lazy(
            "Greeting, reference and the office's address are added. For a barrier report the "
            "letter names the ombuds procedure too."
        ),
    )


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), choices=CaseOutcome)


class AnswerForm(ReplyForm, OutcomeForm):
    field_order = ["text", "outcome"]


class StateFilter(admin.SimpleListFilter):
    """What is open unless asked otherwise."""

    title = gettext_lazy("state")
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return [("alle", _("all")), ("geschlossen", _("closed"))]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": _("open")}, *others]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset.open()
        if self.value() == "geschlossen":
            return queryset.filter(status=CaseStatus.CLOSED)
        return queryset


@admin.register(Case)
class CaseAdmin(StepsMixin, ReadLoggedAdmin):
    list_display = ["reference", "kind", "topic", "status", "due", "assigned_to"]
    list_filter = [StateFilter, "kind", "topic"]
    list_select_related = ["assigned_to"]
    search_fields = ["message", "name", "email"]
    steps = {
        "take": "take_view",
        "interim": "interim_view",
        "answer": "answer_view",
        "close": "close_view",
        "reopen": "reopen_view",
    }
    fields = [
        "reference",
        ("kind", "topic"),
        "status",
        "due",
        "assigned_to",
        "shown_page",
        "message",
        "assistive_technology",
        ("name", "email"),
        "written_in",
        "written_replies",
        ("received_at", "interim_at", "answered_at", "closed_at"),
        "outcome",
    ]

    def get_readonly_fields(self, request, obj=None):
        """Nothing is typed here: what was written stays as it came, the rest are steps."""
        return [name for row in self.fields for name in (row if isinstance(row, tuple) else [row])]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Nothing is typed, so nothing is to be saved."""
        nothing_to_save = {"show_save": False, "show_save_and_continue": False}
        return super().change_view(
            request, object_id, form_url, nothing_to_save | (extra_context or {})
        )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("reference"), ordering="pk")
    def reference(self, case):
        return case.reference

    @admin.display(description=gettext_lazy("reply due on"), ordering="due_on")
    def due(self, case):
        if case.status == CaseStatus.CLOSED:
            return "–"
        day = f"{case.due_on:%d.%m.%Y}"
        if case.is_overdue(timezone.localdate()):
            return format_html(
                '<strong class="overdue">{}</strong>', _("%(day)s, overdue") % {"day": day}
            )
        return day

    @admin.display(description=gettext_lazy("language"))
    def written_in(self, case):
        return dict(settings.LANGUAGES).get(case.language, case.language)

    @admin.display(description=gettext_lazy("page"))
    def shown_page(self, case):
        if known_path(case.page):
            return format_html('<a href="{0}">{0}</a>', case.page)
        return case.page or "–"

    @admin.display(description=gettext_lazy("replies"))
    def written_replies(self, case):
        rows = [
            (reply.get_kind_display(), timezone.localtime(reply.written_at), reply.text)
            for reply in case.replies.all()
        ]
        told = ((kind, f"{at:%d.%m.%Y}", text) for kind, at, text in rows)
        return format_html_join("", "<p><strong>{}, {}</strong><br>{}</p>", told) or mark_safe("–")

    def steps_of(self, case):
        if case.status == CaseStatus.CLOSED:
            return [("reopen", _("Open again"), False)] if not case.emptied_at else []
        steps = []
        if case.assigned_to is None:
            steps.append(("take", _("Take over"), True))
        if case.email:
            steps += [
                ("answer", _("Answer"), case.assigned_to is not None),
                ("interim", _("Interim reply"), False),
            ]
        return [*steps, ("close", _("Close without a letter"), not case.email)]

    def take_view(self, request, case):
        if request.method == "POST":
            return self.do(
                request,
                case,
                lambda: cases.take_case(case_id=case.pk, by=request.user),
                done=_("It is in your hands now."),
            )
        return self.ask(
            request,
            case,
            title=_("Take this over?"),
            text=_("It then waits for you alone; the others see it when it is overdue."),
            submit=_("Take over"),
        )

    def interim_view(self, request, case):
        form = ReplyForm(request.POST) if request.method == "POST" else ReplyForm()
        if request.method == "POST" and form.is_valid():
            return self.do(
                request,
                case,
                lambda: cases.send_interim_reply(
                    case_id=case.pk, by=request.user, now=timezone.now(), **form.cleaned_data
                ),
                done=_("The interim reply is on its way."),
            )
        return self.ask(
            request,
            case,
            title=_("Interim reply"),
            text=_("Say how it goes on and by when. The answer is then due on %(day)s.")
            % {"day": f"{case.answer_by:%d.%m.%Y}"},
            submit=_("Send"),
            form=form,
        )

    def answer_view(self, request, case):
        form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm()
        if request.method == "POST" and form.is_valid():
            return self.do(
                request,
                case,
                lambda: cases.answer_case(
                    case_id=case.pk, by=request.user, now=timezone.now(), **form.cleaned_data
                ),
                done=_("The answer is on its way, and the matter is closed."),
            )
        return self.ask(
            request,
            case,
            title=_("Answer"),
            text=_("The answer goes to %(email)s, and the matter is closed with it.")
            % {"email": case.email},
            submit=_("Send and close"),
            form=form,
        )

    def close_view(self, request, case):
        form = OutcomeForm(request.POST) if request.method == "POST" else OutcomeForm()
        if request.method == "POST" and form.is_valid():
            return self.do(
                request,
                case,
                lambda: cases.close_case(case_id=case.pk, now=timezone.now(), **form.cleaned_data),
                done=_("The matter is closed."),
            )
        return self.ask(
            request,
            case,
            title=_("Close without a letter"),
            text=_("For what was settled on the telephone, came without an address, or is abuse."),
            submit=_("Close"),
            form=form,
        )

    def reopen_view(self, request, case):
        if request.method == "POST":
            return self.do(
                request,
                case,
                lambda: cases.reopen_case(case_id=case.pk, by=request.user, now=timezone.now()),
                done=_("The matter is open again."),
            )
        return self.ask(
            request,
            case,
            title=_("Open again?"),
            text=_("A reply is then due within two weeks."),
            submit=_("Open again"),
        )

    def do(self, request, obj, step, *, done):
        try:
            return super().do(request, obj, step, done=done)
        except cases.NoAddress:
            # The steps that write are not offered then; somebody typed the address.
            self.message_user(request, _("No address was left."), level="ERROR")
            return self.response_post_save_change(request, obj)
