"""What every admin of the office has, without asking for it."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import CheckboxSelectMultiple, Textarea, TextInput
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kme_portal.accounts.models import User
from kme_portal.accounts.registries import rows_beside
from kme_portal.base.history import Change, ChangeKind, changes_of, history_model, in_words
from kme_portal.base.moments import MomentWidget


class OfficeAdmin(admin.ModelAdmin):
    """History from the database's triggers, and a log that holds ids instead of names."""

    object_history_template = "admin/office_history.html"
    list_per_page = 50
    show_full_result_count = False

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        _make_fields_kind(self)

    def get_inlines(self, request, obj):
        """Its own rows, and those that apps above keep beside it."""
        beside = [rows.inline for rows in rows_beside if rows.model is self.model]
        return [*super().get_inlines(request, obj), *beside]

    def get_inline_instances(self, request, obj=None):
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            _make_fields_kind(inline)
        return inlines

    def get_formsets_with_inlines(self, request, obj=None):
        """Fields in a table of rows stand without labels; each gets one that can be heard."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield type(formset.__name__, (_Labelled, _AsSent, formset), {}), inline

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Who is chosen to answer for something is of the office."""
        if db_field.remote_field.model is User:
            kwargs.setdefault("queryset", User.objects.filter(is_active=True, is_staff=True))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        _simplify(form.base_fields.values())
        typed = _typed_before(request)
        return form if typed is None else type(form.__name__, (_Typed, form), {"typed": typed})

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        typed = _typed_before(request)
        return kwargs if typed is None else kwargs | {"data": typed}

    def changelist_view(self, request, extra_context=None):
        """A list is called by what is in it."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        form = getattr(request, "unsent", None)
        if form and request.method == "GET" and form.target == request.path:
            # Shown by the forms themselves, with rows that were added and names that were chosen.
            request.unsent_is_shown = True
        return super().changeform_view(request, object_id, form_url, extra_context)

    def construct_change_message(self, request, form, formsets, add=False):
        """Which kind of row and which fields; no row by its name."""
        told = super().construct_change_message(request, form, formsets, add)
        for entry in told:
            for detail in entry.values():
                if "object" in detail:
                    detail["object"] = ""
        return told

    def log_addition(self, request, obj, message):
        return super().log_addition(request, _Nameless(obj), message)

    def log_change(self, request, obj, message):
        return super().log_change(request, _Nameless(obj), message)

    def log_deletions(self, request, queryset):
        return super().log_deletions(request, [_Nameless(obj) for obj in queryset])

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what and when; for models without history, what the admin itself noted."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        tracked = history_model(self.model) is not None
        changes = list(changes_of(obj) if tracked else _noted_by_the_admin(obj))
        names = User.objects.in_bulk({c.user_id for c in changes if c.user_id})
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(name)s") % {"name": obj},
            "object": obj,
            "opts": self.opts,
            "is_popup": IS_POPUP_VAR in request.GET,
            "changes": [
                (change, names.get(change.user_id), in_words(self.model, change))
                for change in changes
            ],
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.object_history_template, context)


def _make_fields_kind(admin_or_inline) -> None:
    """An address typed without a scheme is meant to be safe; the parts of a moment are tied."""
    overrides = admin_or_inline.formfield_overrides
    overrides[models.URLField]["assume_scheme"] = "https"
    overrides[models.DateTimeField]["widget"] = MomentWidget


def _noted_by_the_admin(obj: models.Model) -> Iterator[Change]:
    """Django's log of this row, latest first; it knows that something was changed, not what."""
    kinds = {
        ADDITION: ChangeKind.INSERT,
        CHANGE: ChangeKind.UPDATE,
        DELETION: ChangeKind.DELETE,
    }
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(obj), object_id=str(obj.pk)
    )
    for entry in entries.order_by("-action_time"):
        yield Change(kinds[entry.action_flag], entry.action_time, entry.user_id, {})


def _simplify(fields) -> None:
    """Beside a choice one may add what is missing; changing or deleting it is done in its list.

    Boxes to tick show a whole vocabulary, which grows with thought and not in passing. What is
    typed runs in the direction of its own words, whatever the language of the page.
    """
    for field in fields:
        widget = field.widget
        if isinstance(widget, TextInput | Textarea):
            widget.attrs.setdefault("dir", "auto")
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = False
            widget.can_view_related = False
            # Accounts are made where somebody is invited, and thought about.
            if isinstance(widget.widget, CheckboxSelectMultiple) or widget.rel.model is User:
                widget.can_add_related = False


class _Nameless:
    """Stands for a row in Django's log: the same key, and "#12" in place of its name."""

    def __init__(self, row):
        self.row = row

    def __getattr__(self, name):
        return getattr(self.row, name)

    def __str__(self):
        return f"#{self.row.pk}"


class _Labelled:
    """Mixed into a formset: a name for every input, the one that deletes the row too."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        _simplify(form.fields.values())
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", str(field.label))


class _AsSent:
    """Mixed into a formset: rows that a form claims and does not send are not built.

    Each is made, checked and drawn; two hundred steps of a programme cost some seconds.
    """

    def total_form_count(self):
        claimed = super().total_form_count()
        return min(claimed, self._sent_rows) if self.is_bound else claimed

    @cached_property
    def _sent_rows(self) -> int:
        start = f"{self.prefix}-"
        names = (name.removeprefix(start) for name in self.data if name.startswith(start))
        return len({name.partition("-")[0] for name in names if name[:1].isdecimal()})


def _typed_before(request):
    """What was typed into this very form before its person was signed out, or None."""
    return request.unsent.data if getattr(request, "unsent_is_shown", False) else None


class _Typed:
    """Mixed into a form that is opened: it shows what was typed before, with its errors."""

    typed = None

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(self.typed, files, **kwargs)
