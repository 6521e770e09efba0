"""The outbox and the blocked addresses, as the office sees them."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from kme_portal.base.status import IllegalTransition
from kme_portal.mailings import pausing, services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.letters import title_of
from kme_portal.mailings.models import Message, Pause, Suppression, SuppressionReason
from kme_portal.mailings.rendering import show
from kme_portal.mailings.waking import wake


class KindFilter(admin.SimpleListFilter):
    title = _("kind of letter")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = model_admin.get_queryset(request).order_by().values_list("kind", flat=True)
        return sorted(((kind, title_of(kind)) for kind in kinds.distinct()), key=_by_title)

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


def _by_title(choice):
    return str(choice[1]).casefold()


class UndeliveredFilter(admin.SimpleListFilter):
    title = _("to be dealt with")
    parameter_name = "undelivered"

    def lookups(self, request, model_admin):
        return [("1", _("not delivered"))]

    def queryset(self, request, queryset):
        return queryset.undelivered() if self.value() else queryset


class LanguageFilter(admin.SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


def _moment(moment) -> str:
    """Short, so that a row of the list stands in one line."""
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else "–"


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    """Read only: what was sent to whom, what waits and what did not arrive."""

    change_list_template = "admin/mailings/message/change_list.html"
    change_form_template = "admin/mailings/message/change_form.html"
    list_display = ["letter_title", "email", "status", "created", "settled", "last_error"]
    list_filter = [UndeliveredFilter, "status", KindFilter, LanguageFilter, "created_at"]
    search_fields = ["email"]
    search_help_text = _("Part of an e-mail address; addresses are kept for 30 days.")
    actions = ["send_again", "deal_with"]
    fieldsets = [
        (None, {"fields": ["letter_title", "email", "language", "status", "last_error"]}),
        (
            _("Times"),
            {"fields": ["created_at", "not_before", "stale_after", "settled_at", "dealt_with_at"]},
        ),
        (_("For the operator"), {"fields": ["lane", "starts", "attempts", "message_id", "key"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_send_permission(self, request):
        return request.user.has_perm("mailings.change_message")

    @admin.display(description=_("kind of letter"), ordering="kind")
    def letter_title(self, message):
        return title_of(message.kind)

    @admin.display(description=_("created"), ordering="created_at")
    def created(self, message):
        return _moment(message.created_at)

    @admin.display(description=_("settled"), ordering="settled_at")
    def settled(self, message):
        return _moment(message.settled_at)

    def get_urls(self):
        def guarded(view):
            return self.admin_site.admin_view(view)

        return [
            path("<int:pk>/mail/", guarded(self.mail), name="mailings_message_mail"),
            path("<int:pk>/mail/html/", guarded(self.mail_html), name="mailings_message_html"),
            path("try-now/", guarded(self.try_now), name="mailings_message_try_now"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        context = {
            "pause": Pause.objects.first(),
            "may_send": self.has_send_permission(request),
        }
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.action(description=_("Send selected mails again"), permissions=["send"])
    def send_again(self, request, queryset):
        again = 0
        for pk in queryset.values_list("pk", flat=True):
            try:
                services.send_again(message_id=pk)
                again += 1
            except IllegalTransition:
                continue
        if again:
            text = ngettext("%d mail is sent again.", "%d mails are sent again.", again) % again
            self.message_user(request, text, messages.SUCCESS)
        if again < queryset.count():
            self.message_user(
                request,
                _("Mails that arrived, lost their use or were emptied are not sent again."),
                messages.WARNING,
            )

    @admin.action(description=_("Mark selected mails as dealt with"), permissions=["send"])
    def deal_with(self, request, queryset):
        done = services.deal_with(message_ids=queryset.values_list("pk", flat=True))
        text = ngettext(
            "%d mail is marked as dealt with.", "%d mails are marked as dealt with.", done
        )
        self.message_user(request, text % done, messages.SUCCESS if done else messages.WARNING)

    def _message(self, request, pk) -> Message:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Message, pk=pk)

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def mail(self, request, pk):
        """The mail as it would leave now; no text is stored."""
        message = self._message(request, pk)
        context = {
            **self.admin_site.each_context(request),
            "title": title_of(message.kind),
            "opts": self.opts,
            "message_row": message,
            "shown": show(message),
        }
        return TemplateResponse(request, "admin/mailings/message/mail.html", context)

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(
        csp(
            {
                "default-src": [NONE],
                "style-src": [UNSAFE_INLINE],
                "frame-ancestors": [SELF],
                "sandbox": True,
            }
        )
    )
    def mail_html(self, request, pk):
        """The HTML part alone, for a frame that runs and loads nothing."""
        shown = show(self._message(request, pk))
        if shown is None:
            raise Http404
        return HttpResponse(shown.html)

    @method_decorator(require_POST)
    def try_now(self, request):
        if not self.has_send_permission(request):
            raise PermissionDenied
        pausing.try_now()
        wake()
        self.message_user(request, _("The portal tries to send now."), messages.SUCCESS)
        return redirect("admin:mailings_message_changelist")


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("e-mail address"))


class BlockForm(forms.ModelForm):
    email = forms.EmailField(
        label=_("e-mail address"),
        help_text=_("It is not stored: the portal keeps a code by which it recognises it."),
    )

    class Meta:
        model = Suppression
        fields = []

    def clean_email(self):
        email = self.cleaned_data["email"]
        if services.is_suppressed(email):
            raise forms.ValidationError(_("This address is blocked already."))
        return email

    def save(self, commit=True):
        self.instance.digest = digest(self.cleaned_data["email"])
        self.instance.reason = SuppressionReason.OFFICE
        return super().save(commit)


@admin.register(Suppression)
class SuppressionAdmin(admin.ModelAdmin):
    """Addresses are blocked and released by typing them: none can be read here."""

    change_list_template = "admin/mailings/suppression/change_list.html"
    form = BlockForm
    list_display = ["id", "reason", "created_at"]
    list_display_links = None
    list_filter = ["reason", "created_at"]

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_release_permission(self, request):
        return request.user.has_perm("mailings.change_suppression")

    def get_urls(self):
        view = self.admin_site.admin_view(self.release)
        return [path("release/", view, name="mailings_suppression_release"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        context = {"may_release": self.has_release_permission(request)}
        return super().changelist_view(request, context | (extra_context or {}))

    def release(self, request):
        if not self.has_release_permission(request):
            raise PermissionDenied
        form = AddressForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            if services.release(address_digest=digest(form.cleaned_data["email"])):
                text = _("The address gets letters again.")
                self.message_user(request, text, messages.SUCCESS)
                return redirect("admin:mailings_suppression_changelist")
            form.add_error("email", _("This address is not blocked."))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Release an address"),
            "opts": self.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/mailings/suppression/release.html", context)
