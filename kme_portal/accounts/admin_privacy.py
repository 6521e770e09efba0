"""Pages for the group Datenschutz: the record of processing, and what is erased when."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from kme_portal.base import processing, retention
from kme_portal.base.models import Heartbeat
from kme_portal.base.registries import retentions


class PrivacyPages:
    """Mixed into the admin of data protection requests, beside its own pages."""

    def get_urls(self):
        def page(address, view, name):
            return path(
                address, self.admin_site.admin_view(view), name=f"accounts_datarequest_{name}"
            )

        return [
            page("verzeichnis/", self.processing_page, "processing"),
            page("loeschfristen/", self.retention_page, "retention"),
            *super().get_urls(),
        ]

    def processing_page(self, request):
        activities = [
            (activity, [processing.field_names(name) for name in activity.fields])
            for activity in processing.activities()
        ]
        return self._page(
            request, "processing", _("Record of processing"), {"activities": activities}
        )

    def retention_page(self, request):
        """A dry run: counts only, removes nothing."""
        now = timezone.now()
        counts = retention.report(now=now)
        beats = dict(Heartbeat.objects.values_list("name", "beat_at"))
        silent = set(retention.silent(now).values_list("name", flat=True))
        rows = [
            {
                "title": entry.title,
                "period": entry.period,
                "count": counts[name],
                "ran_at": beats.get(retention.sign_of(name)),
                "is_silent": retention.sign_of(name) in silent,
            }
            for name, entry in retentions.items()
        ]
        return self._page(request, "retention", _("What is erased when"), {"rows": rows})

    def _page(self, request, name, title, context):
        if not self.has_view_permission(request):
            raise PermissionDenied
        context |= {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/privacy/{name}.html", context)
