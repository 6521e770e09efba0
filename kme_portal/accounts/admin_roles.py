"""Who was given which role, and the roles that a second person still has to confirm."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import four_eyes, readlog
from kme_portal.accounts.admin_mixins import ReadLoggedAdmin, ReadOnlyAdmin
from kme_portal.accounts.models import RoleEvent, RoleRequest, RoleRequestStatus
from kme_portal.base.status import IllegalTransition


@admin.register(RoleEvent)
class RoleEventAdmin(ReadOnlyAdmin):
    list_display = [
        "happened_at",
        "user",
        "kind",
        "groups_afterwards",
        "by",
        "confirmed_by",
        "successor",
    ]
    list_filter = ["kind", "happened_at"]
    list_select_related = ["user", "by", "confirmed_by", "successor"]
    date_hierarchy = "happened_at"

    @admin.display(description=_("groups afterwards"))
    def groups_afterwards(self, event):
        return ", ".join(event.groups) or "–"


@admin.register(RoleRequest)
class RoleRequestAdmin(ReadLoggedAdmin, ReadOnlyAdmin):
    list_display = ["created_at", "user", "roles", "status", "asked_by", "decided_by", "expires_at"]
    list_filter = ["status"]
    list_select_related = ["user", "asked_by", "decided_by"]
    fields = ["user", "roles", "status", "asked_by", "expires_at", "decided_by", "decided_at"]
    change_form_template = "accounts/admin/role_request_change_form.html"

    @admin.display(description=_("roles"))
    def roles(self, row):
        return ", ".join(row.groups)

    def get_urls(self):
        decide = path(
            "<int:pk>/entscheiden/",
            self.admin_site.admin_view(self.decide),
            name="accounts_rolerequest_decide",
        )
        return [decide, *super().get_urls()]

    def decide(self, request, pk):
        """Who gets what, asked by whom; one button gives it, another does not."""
        row = get_object_or_404(RoleRequest.objects.select_related("user", "asked_by"), pk=pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        if request.method == "POST":
            self.take_step(request, row)
            return HttpResponseRedirect(reverse("admin:accounts_rolerequest_changelist"))
        readlog.note_view(user=request.user, row=row)
        is_waiting = row.status == RoleRequestStatus.WAITING
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Confirm a role"),
            "opts": self.opts,
            "row": row,
            "roles": self.roles(row),
            "is_waiting": is_waiting,
            "is_mine": is_waiting and row.asked_by_id == request.user.pk,
            "why_not": four_eyes.why_not(row, request.user, timezone.now()),
        }
        return TemplateResponse(request, "accounts/admin/role_request.html", context)

    def take_step(self, request, row: RoleRequest) -> None:
        steps = {
            "confirm": (four_eyes.confirm, _("The role is given.")),
            "refuse": (four_eyes.refuse, _("The role is not given. Who asked for it is told.")),
            "withdraw": (four_eyes.withdraw, _("The request is withdrawn.")),
        }
        pressed = next((name for name in steps if name in request.POST), None)
        if pressed is None:
            return
        step, told = steps[pressed]
        try:
            step(request_id=row.pk, by=request.user)
        except (four_eyes.CannotDecide, IllegalTransition) as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, told)
