"""Planning an event (Veranstaltung planen): the form in the order of thinking, the list."""

from django.contrib import admin, messages
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from events.admin.event_steps import EventSteps
from events.forms.agenda import AgendaFormSet, AgendaItemForm
from events.forms.events import EventDocumentForm, EventForm, usual_times
from events.models import (
    AgendaItem,
    Event,
    EventDocument,
    EventStatus,
    Guest,
    Invitation,
    InvitationStatus,
    Mode,
    PoolKind,
)
from events.services import planning
from kme_portal.accounts.models import User
from kme_portal.base.translated_admin import TranslatedTextsAdmin
from organisations.admin.term_choices import TermChoicesMixin
from organisations.models import Term, TermKind

# What guests and calendars rely on: once published it changes by "move" alone.
MOVED_NOT_TYPED = ["starts_at", "ends_at", "mode", "venue", "joining_url"]


class WhenFilter(admin.SimpleListFilter):
    """What is coming unless asked for something else."""

    title = _("when")
    parameter_name = "wann"

    def lookups(self, request, model_admin):
        return [("past", _("past")), ("all", _("all"))]

    def choices(self, changelist):
        chosen = self.value()
        yield {
            "selected": chosen is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("coming"),
        }
        for key, label in self.lookup_choices:
            yield {
                "selected": chosen == key,
                "query_string": changelist.get_query_string({self.parameter_name: key}),
                "display": label,
            }

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() == "all":
            return queryset
        return queryset.past(now) if self.value() == "past" else queryset.upcoming(now)


class OfOfficeFilter(admin.RelatedFieldListFilter):
    """People of the office alone, out of all who have an account."""

    def field_choices(self, field, request, model_admin):
        return field.get_choices(include_blank=False, limit_choices_to={"is_staff": True})


class AgendaInline(TranslationStackedInline):
    model = AgendaItem
    form = AgendaItemForm
    formset = AgendaFormSet
    extra = 0
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("from_time", "until_time", "day"),
                    "title_de",
                    ("people_de", "room"),
                    "seats",
                ]
            },
        ),
        (
            _("Translations"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("title_en", "title_tr", "title_ar"),
                    ("people_en", "people_tr", "people_ar"),
                ],
            },
        ),
    ]


class DocumentInline(admin.StackedInline):
    model = EventDocument
    form = EventDocumentForm
    extra = 0
    fields = [("title", "file", "visibility")]


@admin.register(Event)
class EventAdmin(EventSteps, TermChoicesMixin, TranslatedTextsAdmin):
    form = EventForm
    term_kinds = {
        "target_groups": TermKind.TARGET_GROUP,
        "fields": TermKind.FIELD,
        "languages": TermKind.LANGUAGE,
        "interpretation": TermKind.LANGUAGE,
    }
    change_form_template = "events/admin/event_change_form.html"
    change_list_template = "events/admin/event_change_list.html"
    inlines = [AgendaInline, DocumentInline]
    list_display = [
        "when",
        "title",
        "status",
        "place",
        "responsible",
        "invited",
        "coming",
        "waiting",
        "free",
    ]
    list_display_links = ["when", "title"]
    list_filter = [
        WhenFilter,
        "status",
        "mode",
        "visibility",
        ("responsible", OfOfficeFilter),
    ]
    search_fields = ["title_de", "title_en", "venue__name", "venue__city"]
    autocomplete_fields = ["venue", "organiser", "co_organisers", "part_of"]
    readonly_fields = ["status", "translation_state", "public_address"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    save_on_top = True
    fieldsets = [
        (
            _("What"),
            {"fields": ["status", "title_de", "kind", "summary_de", "description_de"]},
        ),
        (_("When"), {"fields": [("starts_at", "ends_at")]}),
        (
            _("Where"),
            {"fields": ["mode", "venue", "joining_url", "joining_note_de"]},
        ),
        (
            _("Who may come"),
            {
                "fields": [
                    "visibility",
                    ("seats_on_site", "seats_online", "seats_kept"),
                    "seats_per_association",
                    "target_groups",
                    "costs_de",
                ]
            },
        ),
        (
            _("By when"),
            {
                "fields": [
                    "answer_by",
                    ("registration_opens_at", "registration_closes_at"),
                    "registration_url",
                ],
                "description": _(
                    "Left empty, associations answer until two weeks before, and the public "
                    "registers until the event begins."
                ),
            },
        ),
        (_("Who does it"), {"fields": [("responsible", "deputy"), "organiser", "co_organisers"]}),
        (
            _("Access and languages"),
            {
                "fields": [
                    ("access_contact", "access_phone", "access_email"),
                    "languages",
                    "interpretation",
                ]
            },
        ),
        (
            _("Translations"),
            {
                "classes": ["collapse"],
                "fields": [
                    "translation_state",
                    "reviewed",
                    ("title_en", "title_tr", "title_ar"),
                    ("summary_en", "summary_tr", "summary_ar"),
                    ("description_en", "description_tr", "description_ar"),
                    ("costs_en", "costs_tr", "costs_ar"),
                    ("joining_note_en", "joining_note_tr", "joining_note_ar"),
                ],
            },
        ),
        (
            _("More"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("slug", "public_address"),
                    "calendar_title_de",
                    ("calendar_title_en", "calendar_title_tr", "calendar_title_ar"),
                    "fields",
                    "part_of",
                    "source",
                ],
            },
        ),
    ]

    # The list

    def get_queryset(self, request):
        invited = (
            Invitation.objects.filter(event=OuterRef("pk"))
            .exclude(status=InvitationStatus.WITHDRAWN)
            .order_by()
            .values("event")
            .annotate(n=Count("pk"))
            .values("n")
        )
        waiting = (
            Guest.objects.filter(
                Q(party__claims__status="waiting") | Q(party__claims__status="offered"),
                party__event=OuterRef("pk"),
            )
            .order_by()
            .values("party__event")
            .annotate(n=Count("pk", distinct=True))
            .values("n")
        )
        return (
            super()
            .get_queryset(request)
            .select_related("venue", "responsible")
            .with_pools(timezone.now())
            .annotate(
                invited_count=Coalesce(Subquery(invited), 0),
                waiting_count=Coalesce(Subquery(waiting), 0),
            )
        )

    def get_ordering(self, request):
        coming = request.GET.get(WhenFilter.parameter_name) is None
        return ["starts_at"] if coming else ["-starts_at"]

    @admin.display(description=_("when"), ordering="starts_at")
    def when(self, event):
        return timezone.localtime(event.starts_at).strftime("%d.%m.%Y %H:%M")

    @admin.display(description=_("place"))
    def place(self, event):
        if event.mode == Mode.ONLINE or event.venue is None:
            return event.get_mode_display()
        return event.venue.city

    @admin.display(description=_("invited"), ordering="invited_count")
    def invited(self, event):
        return event.invited_count

    @admin.display(description=_("coming"))
    def coming(self, event):
        return sum(pool.taken for pool in event.main_pools)

    @admin.display(description=_("waiting"), ordering="waiting_count")
    def waiting(self, event):
        return event.waiting_count

    @admin.display(description=_("free"))
    def free(self, event):
        if not event.main_pools:
            return "–"
        return sum(max(pool.seats - pool.taken, 0) for pool in event.main_pools)

    # The form

    def get_readonly_fields(self, request, obj=None):
        fields = list(super().get_readonly_fields(request, obj))
        if obj is not None and obj.status != EventStatus.DRAFT:
            fields += MOVED_NOT_TYPED
        if obj is not None and obj.published_at is not None:
            fields.append("slug")
        return fields

    def get_changeform_initial_data(self, request):
        """What the last event of this person was like in office matters, at the usual hours."""
        starts_at, ends_at = usual_times(timezone.now())
        last = Event.objects.filter(responsible=request.user).order_by("-created_at").first()
        usual = {
            "starts_at": starts_at,
            "ends_at": ends_at,
            "responsible": request.user.pk,
            "seats_per_association": 2,
        }
        if last is not None:
            usual |= {
                "access_contact": last.access_contact,
                "access_phone": last.access_phone,
                "access_email": last.access_email,
                "deputy": last.deputy_id,
            }
        return usual | super().get_changeform_initial_data(request)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["queryset"] = Term.objects.current().filter(kind=TermKind.EVENT_KIND)
        if db_field.name in {"responsible", "deputy"}:
            kwargs["queryset"] = User.objects.filter(is_staff=True, is_active=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("page"))
    def public_address(self, event):
        if event is None or not event.slug:
            return "–"
        return f"/veranstaltungen/{event.slug}/"

    def save_model(self, request, obj, form, change):
        for language in form.cleaned_data.get("reviewed", ()):
            obj.mark_translated(language)
        if obj.answer_by is None:
            obj.answer_by = planning.usual_answer_by(obj.starts_at)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self._save_seats(request, form, formsets)

    def _save_seats(self, request, form, formsets):
        event, data, now = form.instance, form.cleaned_data, timezone.now()
        try:
            for kind in PoolKind.values:
                planning.set_seats(
                    event_id=event.pk, kind=kind, seats=data[f"seats_{kind}"] or 0, now=now
                )
            for item in self._sessions(formsets):
                planning.set_seats(
                    event_id=event.pk,
                    session_id=item.instance.pk,
                    kind=PoolKind.ON_SITE,
                    seats=item.cleaned_data["seats"],
                    now=now,
                )
            planning.keep_for_invited(
                event_id=event.pk,
                kind=PoolKind.ONLINE if event.mode == Mode.ONLINE else PoolKind.ON_SITE,
                seats=data["seats_kept"] or 0,
                until=planning.end_of_day(event.answer_by),
                now=now,
            )
        except planning.PlanningRefused as refused:
            messages.warning(request, refused.message)

    def _sessions(self, formsets) -> list[AgendaItemForm]:
        """Forms of the programme that stay, with the seats that were typed."""
        return [
            form
            for formset in formsets
            if isinstance(formset, AgendaFormSet)
            for form in formset.forms
            if form.instance.pk and form not in formset.deleted_forms
        ]

    def has_delete_permission(self, request, obj=None):
        """Only drafts go; what was announced is cancelled and stays."""
        if obj is not None and obj.status != EventStatus.DRAFT:
            return False
        return super().has_delete_permission(request, obj)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        steps = [
            ("veroeffentlichen", self.publish_view, "publish"),
            ("verlegen", self.move_view, "move"),
            ("absagen", self.cancel_view, "cancel"),
            ("abschliessen", self.close_view, "close"),
            ("kopieren", self.copy_view, "copy"),
            ("vorschau", self.preview_view, "preview"),
        ]
        return [
            path("export/", wrap(self.export_view), name="events_event_export"),
            *[
                path(f"<int:event_id>/{segment}/", wrap(view), name=f"events_event_{name}")
                for segment, view, name in steps
            ],
            *super().get_urls(),
        ]
