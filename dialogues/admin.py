from django.contrib import admin, messages
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from dialogues import services
from dialogues.models import (
    Answer,
    Forum,
    ForumSeat,
    Meeting,
    Recommendation,
    RecommendationStatus,
    Topic,
    TopicStatus,
)
from kme_portal.base.languages_apart import LanguagesApart
from kme_portal.base.status import IllegalTransition
from kme_portal.base.translated_admin import TranslatedTextsAdmin
from organisations.admin.term_choices import TermChoicesMixin
from organisations.models import TermKind


class ForumSeatInline(admin.StackedInline):
    model = ForumSeat
    extra = 0
    autocomplete_fields = ["organisation", "delegate", "deputy"]
    fields = [("organisation", "expert_role"), ("delegate", "deputy"), ("from_on", "to_on")]


class MeetingInline(admin.StackedInline):
    model = Meeting
    extra = 0
    autocomplete_fields = ["event"]


@admin.register(Forum)
class ForumAdmin(TranslatedTextsAdmin):
    list_display = ["name", "kind", "is_open", "is_published", "seats_taken"]
    list_filter = ["kind", "is_open", "is_published"]
    search_fields = ["name_de", "name_en", "summary_de"]
    prepopulated_fields = {"slug": ["name_de"]}
    readonly_fields = ["translation_state"]
    inlines = [ForumSeatInline, MeetingInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("seats")

    @admin.display(description=_("seats"))
    def seats_taken(self, forum):
        today = timezone.localdate()
        return sum(1 for seat in forum.seats.all() if not seat.to_on or seat.to_on >= today)


class RecommendationInline(LanguagesApart, TranslationStackedInline):
    model = Recommendation
    extra = 0
    readonly_fields = ["status", "handed_over_on"]
    show_change_link = True


def move_to(target: TopicStatus):
    """Action that moves the chosen topics to one status, through the service."""

    @admin.action(
        description=_("Status: %(status)s") % {"status": target.label}, permissions=["change"]
    )
    def action(modeladmin, request, queryset):
        moved = 0
        for topic in queryset:
            try:
                services.advance_topic(topic_id=topic.pk, to=target, today=timezone.localdate())
                moved += 1
            except IllegalTransition:
                messages.warning(
                    request,
                    gettext("“%(topic)s” cannot take this step from “%(status)s”.")
                    % {"topic": topic, "status": topic.get_status_display()},
                )
            except services.OutcomeMissing:
                messages.warning(
                    request,
                    gettext("“%(topic)s”: please say first what came of it.") % {"topic": topic},
                )
        if moved:
            messages.success(
                request,
                ngettext("%(n)d topic was moved.", "%(n)d topics were moved.", moved)
                % {"n": moved},
            )

    action.__name__ = f"to_{target.value}"
    return action


@admin.register(Topic)
class TopicAdmin(TermChoicesMixin, TranslatedTextsAdmin):
    list_display = ["title", "forum", "status", "status_since", "visibility"]
    list_filter = ["status", "visibility", "forum", ("fields", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["title_de", "question_de", "title_en"]
    prepopulated_fields = {"slug": ["title_de"]}
    readonly_fields = ["status", "translation_state"]
    autocomplete_fields = ["events", "forum"]
    term_kinds = {"fields": TermKind.FIELD}
    inlines = [RecommendationInline]
    actions = [move_to(target) for target in TopicStatus]

    def get_changeform_initial_data(self, request):
        return {
            "status_since": timezone.localdate(),
            **super().get_changeform_initial_data(request),
        }


class AnswerInline(TranslationStackedInline):
    model = Answer
    extra = 0


@admin.register(Recommendation)
class RecommendationAdmin(LanguagesApart, TranslationAdmin):
    list_display = ["title", "topic", "addressee", "status", "handed_over_on", "due_on"]
    list_filter = ["status"]
    search_fields = ["title_de", "addressee_de"]
    readonly_fields = ["status", "handed_over_on"]
    autocomplete_fields = ["topic"]
    inlines = [AnswerInline]
    actions = ["hand_over_today", "note_answered", "note_implemented", "note_refused"]

    def _each(self, request, queryset, verb):
        for recommendation in queryset:
            try:
                verb(recommendation)
            except IllegalTransition:
                messages.warning(
                    request,
                    gettext("“%(recommendation)s” cannot take this step from “%(status)s”.")
                    % {
                        "recommendation": recommendation,
                        "status": recommendation.get_status_display(),
                    },
                )

    @admin.action(description=_("Handed over today"), permissions=["change"])
    def hand_over_today(self, request, queryset):
        today = timezone.localdate()
        self._each(
            request, queryset, lambda row: services.hand_over(recommendation_id=row.pk, on=today)
        )

    def _settle(self, request, queryset, to):
        self._each(
            request,
            queryset,
            lambda row: services.settle_recommendation(recommendation_id=row.pk, to=to),
        )

    @admin.action(description=_("Status: answered"), permissions=["change"])
    def note_answered(self, request, queryset):
        self._settle(request, queryset, RecommendationStatus.ANSWERED)

    @admin.action(description=_("Status: implemented"), permissions=["change"])
    def note_implemented(self, request, queryset):
        self._settle(request, queryset, RecommendationStatus.IMPLEMENTED)

    @admin.action(description=_("Status: not taken up"), permissions=["change"])
    def note_refused(self, request, queryset):
        self._settle(request, queryset, RecommendationStatus.REFUSED)
