"""What accounts forget in time."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import inactivity, readlog, roles
from kme_portal.accounts.models import (
    Consent,
    DataLink,
    DataRequest,
    Erasure,
    Incident,
    ReadLog,
    RoleEvent,
    RoleRequest,
    UnsentForm,
)
from kme_portal.accounts.mydata import erasing
from kme_portal.accounts.unsent import KEPT as UNSENT_KEPT
from kme_portal.base.backups.contents import left_out
from kme_portal.base.registries import Retention, retentions
from kme_portal.base.retention import in_words_lazy, kept

# Whoever is signed in when a backup is made is signed out by its restore.
left_out.register("accounts", ("django_session", "usersessions_usersession", "accounts_unsentform"))


def ended_sessions(now):
    return Session.objects.filter(expire_date__lt=now)


def forgotten_devices(now):
    """Address and browser of sessions that are over."""
    living = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gte=now)
    return UserSession.objects.filter(~Exists(living))


def old_unsent_forms(now):
    return UnsentForm.objects.past_keeping_time(now - UNSENT_KEPT)


def old_consents(now):
    return Consent.objects.withdrawn_before(now - settings.KEPT["consents"])


def old_readings(now):
    return ReadLog.objects.past_keeping_time(now - settings.KEPT["read_log"])


def old_office_log(now):
    return LogEntry.objects.filter(action_time__lt=now - settings.KEPT["history"])


def old_requests(now):
    return DataRequest.objects.closed_before(now - settings.KEPT["data_requests"])


def old_incidents(now):
    return Incident.objects.closed_before(now - settings.KEPT["incidents"])


def old_role_requests(now):
    return RoleRequest.objects.past_keeping_time(now - settings.KEPT["history"])


for name, entry in {
    "accounts.sessions": Retention(
        title=_("Sessions that have ended"),
        period=_("until the session ends"),
        due=ended_sessions,
        erase=lambda now: ended_sessions(now).delete()[0],
    ),
    "accounts.devices": Retention(
        title=_("Devices of sessions that have ended"),
        period=_("until the session ends"),
        due=forgotten_devices,
        erase=lambda now: forgotten_devices(now).delete()[0],
    ),
    "accounts.unsent_forms": Retention(
        title=_("Forms that waited for a sign-in"),
        period=in_words_lazy(UNSENT_KEPT),
        due=old_unsent_forms,
        erase=lambda now: old_unsent_forms(now).delete()[0],
    ),
    "accounts.unused": Retention(
        title=_("Accounts that nobody uses"),
        period=kept("accounts", _("{time} after the last sign-in, after two warnings by mail")),
        due=inactivity.past_keeping_time,
        erase=inactivity.forget,
    ),
    "accounts.roles": Retention(
        title=_("Changes of roles"),
        period=kept("history"),
        due=lambda now: RoleEvent.objects.filter(happened_at__lt=now - settings.KEPT["history"]),
        erase=lambda now: roles.erase_before(now - settings.KEPT["history"]),
    ),
    "accounts.role_requests": Retention(
        title=_("Roles to be confirmed"),
        period=kept("history"),
        due=old_role_requests,
        erase=lambda now: old_role_requests(now).delete()[0],
    ),
    "accounts.consents": Retention(
        title=_("Withdrawn consents"),
        period=kept("consents", _("{time} after it was withdrawn")),
        due=old_consents,
        erase=lambda now: old_consents(now).delete()[0],
    ),
    "accounts.read_log": Retention(
        title=_("Read log"),
        period=kept("read_log"),
        due=old_readings,
        erase=lambda now: readlog.erase_before(now - settings.KEPT["read_log"]),
    ),
    "accounts.office_log": Retention(
        title=_("Log of the office's admin"),
        period=kept("history"),
        due=old_office_log,
        erase=lambda now: old_office_log(now).delete()[0],
    ),
    "accounts.data_links": Retention(
        title=_("Links to one's own data"),
        period=_("24 hours"),
        due=DataLink.objects.expired,
        erase=lambda now: DataLink.objects.expired(now).delete()[0],
    ),
    "accounts.data_requests": Retention(
        title=_("Data protection requests"),
        period=kept("data_requests", _("{time} after the request was closed")),
        due=old_requests,
        erase=lambda now: erasing.forget_cases(old_requests(now)),
    ),
    "accounts.incidents": Retention(
        title=_("Data protection incidents"),
        period=kept("incidents", _("{time} after the incident was closed")),
        due=old_incidents,
        erase=lambda now: erasing.forget_cases(old_incidents(now)),
    ),
    "accounts.erasures": Retention(
        title=_("Proofs that people were erased"),
        period=kept("data_requests"),
        due=lambda now: Erasure.objects.filter(erased_at__lt=now - settings.KEPT["data_requests"]),
        erase=erasing.forget_old_proofs,
    ),
}.items():
    retentions.register(name, entry)
