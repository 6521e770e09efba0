"""What somebody of the office leaves behind by working: a number without a name in the end."""

from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models import ReadLog, RoleEvent, User
from kme_portal.accounts.readlog import name_of_model
from kme_portal.base.registries import PersonalData, personal_data
from kme_portal.base.retention import kept


def export_traces(email):
    """By kind and moment; the ids of others' records stay out."""
    users = list(User.objects.filter(email__iexact=email).values_list("pk", flat=True))
    readings = ReadLog.objects.filter(user__in=users)
    return (
        [
            {
                "kind": str(reading.get_reading_display()),
                "record": name_of_model(reading.model),
                "purpose": reading.purpose,
                "at": reading.read_at.isoformat(),
            }
            for reading in readings
        ]
        + [
            {
                "kind": str(entry.get_action_flag_display()),
                "record": str(entry.content_type or ""),
                "at": entry.action_time.isoformat(),
            }
            for entry in LogEntry.objects.filter(user__in=users).select_related("content_type")
        ]
        + [
            {
                "kind": str(event.get_kind_display()),
                "record": str(RoleEvent._meta.verbose_name),
                "at": event.happened_at.isoformat(),
            }
            for event in RoleEvent.objects.filter(user__in=users)
        ]
    )


personal_data.register(
    "accounts.traces",
    PersonalData(
        title=_("What you looked at or changed"),
        export=export_traces,
        # They name the account's number; with the account its name is gone.
        erase=lambda email, now: 0,
        stays=_(
            "Who looked at or changed protected records, from now on as a number without a name:"
            " others have a right to know that their data were looked at."
        ),
        labels={"kind": _("What"), "record": _("Kind of record"), "at": _("When")},
        fields={
            **{
                f"accounts.RoleEvent.{name}": (
                    _("Show who was given which role, and by whom"),
                    _("Article 6(1)(e) GDPR with Article 32 GDPR"),
                    kept("history"),
                )
                for name in ("user", "by", "confirmed_by", "successor", "groups")
            },
            **{
                f"accounts.RoleRequest.{name}": (
                    _("Show who was given which role, and by whom"),
                    _("Article 6(1)(e) GDPR with Article 32 GDPR"),
                    kept("history"),
                )
                for name in ("user", "asked_by", "decided_by", "groups")
            },
            **{
                f"accounts.ReadLog.{name}": (
                    _("Show who looked at protected data"),
                    _("Article 6(1)(e) GDPR with Article 32 GDPR"),
                    kept("read_log"),
                )
                for name in ("user", "ids", "model", "purpose")
            },
            **{
                f"admin.LogEntry.{name}": (
                    _("Show who changed which record"),
                    _("Article 6(1)(e) GDPR with Article 32 GDPR"),
                    kept("history"),
                )
                for name in ("user", "object_id", "object_repr", "change_message")
            },
        },
    ),
)
