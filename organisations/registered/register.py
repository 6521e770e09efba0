"""What the register offers to those below: tasks, personal data, keeping times, search, sitemap."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.registries import renewal_effects, withdrawal_effects
from kme_portal.base.files import FileUse, file_uses
from kme_portal.base.registries import (
    RECORDED,
    PersonalData,
    Retention,
    SearchSource,
    WaitingTask,
    person_models,
    personal_data,
    retentions,
    search_sources,
    sitemaps,
    waiting_tasks,
)
from kme_portal.base.sitemaps import pages_of
from kme_portal.base.templatetags.portal import german
from organisations.models import ContactNote, Import, Organisation, Representative
from organisations.models.imports import ImportStatus
from organisations.models.searching import SEARCHED
from organisations.services.people import (
    forget_all,
    invite_from_now_on,
    redact_mentions,
    stop_inviting_outside,
)

FILE_KEPT = timedelta(hours=24)
# A notice is sent within minutes, outside quiet hours; what waits longer needs a person.
NOTICE_EXPECTED = timedelta(days=3)


def allowed(user, permission: str, rows: QuerySet) -> QuerySet:
    return rows if user.has_perm(permission) else rows.none()


def people_to_be_informed(user) -> QuerySet:
    """Whose notice did not arrive: the address is wrong, or the mail server refused it."""
    late = Representative.objects.to_be_informed().filter(
        created_at__lt=timezone.now() - NOTICE_EXPECTED
    )
    return allowed(user, "organisations.change_representative", late)


waiting_tasks.register(
    "organisations.imports",
    WaitingTask(
        title=_("Address lists to be checked"),
        rows=lambda user: allowed(
            user,
            "organisations.change_import",
            Import.objects.filter(status=ImportStatus.PREVIEW).exclude(file=""),
        ),
        url=lambda row: reverse("admin:organisations_import_preview", args=[row.pk]),
        since=lambda row: row.created_at,
        oldest="created_at",
        mine=lambda user: Q(imported_by=user),
        patience=timedelta(hours=12),
    ),
)
waiting_tasks.register(
    "organisations.people_to_be_informed",
    WaitingTask(
        title=_("People who could not be informed that the office holds their address"),
        rows=people_to_be_informed,
        url=lambda row: reverse("admin:organisations_representative_change", args=[row.pk]),
        since=lambda row: row.created_at,
        oldest="created_at",
    ),
)


def notes_to_be_followed_up(user) -> QuerySet:
    """Every coordinator sees them: who wrote the note may be ill on the day."""
    due = ContactNote.objects.to_be_followed_up(localdate()).select_related(
        "organisation", "written_by"
    )
    return allowed(user, "organisations.change_contactnote", due)


waiting_tasks.register(
    "organisations.follow_ups",
    WaitingTask(
        title=_("Calls to be taken up again"),
        rows=notes_to_be_followed_up,
        url=lambda row: reverse(
            "admin:organisations_organisation_contact", args=[row.organisation_id]
        ),
        since=lambda row: timezone.make_aware(datetime.combine(row.follow_up_on, time.min)),
        label=lambda row: row.organisation.name,
        oldest="follow_up_on",
        mine=lambda user: Q(written_by=user),
        patience=timedelta(days=3),
        who=lambda row: str(row.written_by),
    ),
)


def by_email(email: str) -> QuerySet[Representative]:
    return Representative.objects.annotate(mailbox=Lower("email")).filter(
        Q(mailbox=email.lower()) | Q(user__email__iexact=email)
    )


def export_person(email: str) -> list[dict]:
    return [
        {
            "organisation": row.organisation.name if row.organisation else None,
            "name": row.name,
            "email": row.email,
            "phone": row.phone,
            "language": row.language,
            "function": row.function.name if row.function else row.function_note,
            "from": row.from_on.isoformat() if row.from_on else None,
            "until": row.to_on.isoformat() if row.to_on else None,
            "may_be_invited": row.may_be_invited,
            "source": row.source,
            "informed_at": row.informed_at.isoformat() if row.informed_at else None,
            "notes": [note.text for note in row.contactnote_set.all()],
        }
        for row in by_email(email).select_related("organisation", "function")
    ]


def last_editor_of(email: str) -> Iterator[str]:
    """Associations whose profile nobody could edit any more."""
    today = localdate()
    editors = Representative.objects.current(today).filter(may_edit=True)
    mine = by_email(email).values("pk")
    for row in editors.filter(pk__in=mine, organisation__isnull=False):
        if not editors.filter(organisation=row.organisation).exclude(pk__in=mine).exists():
            yield gettext(
                "You are the only person who can edit the profile of %(organisation)s; the office"
                " first asks for somebody to follow you."
            ) % {"organisation": row.organisation.name}


def erase_person(email: str, now: datetime) -> int:
    """The rows go, with the notes that were about this person alone."""
    people = list(by_email(email).values_list("pk", flat=True))
    notes, _per_model = ContactNote.objects.filter(person__in=people).delete()
    notes += redact_mentions(email=email, people=people)
    forget_all(people, reason="Article 17")
    # Who gave their own address for the association gave their own number with it.
    mailboxes = Organisation.objects.filter(email__iexact=email).update(email="", phone="")
    return len(people) + notes + mailboxes


ROLE = (
    _("Keep in touch with organisations and invite them"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("until a year after the end of the role, or on request"),
)
NOTE = (
    _("Know what was agreed with an organisation"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("two years, unless the office sets another day"),
)
LIST = (
    _("Take an address list into the register"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("24 hours"),
)
personal_data.register(
    "organisations.people",
    PersonalData(
        title=_("People in roles"),
        export=export_person,
        erase=erase_person,
        hold=last_editor_of,
        goes=_("Your entries as a contact person, with notes of calls and letters with you."),
        labels={
            "may_be_invited": _("May be invited"),
            "informed_at": _("Informed that we hold the data"),
        },
        fields={
            **{
                f"organisations.Representative.{name}": ROLE
                for name in (
                    "name",
                    "email",
                    "phone",
                    "language",
                    "function_note",
                    "source",
                    "public_id",
                    "user",
                )
            },
            "organisations.Audience.people": ROLE,
            "organisations.Organisation.email": ROLE,
            "organisations.Organisation.phone": ROLE,
            "organisations.ContactNote.text": NOTE,
            "organisations.ContactNote.person": NOTE,
            "organisations.ContactNote.written_by": NOTE,
            "organisations.Import.file": LIST,
            "organisations.Import.imported_by": RECORDED,
        },
    ),
)


def notes_past_keeping(now: datetime) -> QuerySet:
    return ContactNote.objects.filter(keep_until__lt=localdate(now))


retentions.register(
    "organisations.contact_notes",
    Retention(
        title=_("Contact notes"),
        period=_("until the day the note names"),
        due=notes_past_keeping,
        erase=lambda now: notes_past_keeping(now).delete()[0],
    ),
)


def files_past_keeping(now: datetime) -> QuerySet:
    return Import.objects.exclude(file="").filter(created_at__lt=now - FILE_KEPT)


def erase_files(now: datetime) -> int:
    """The file goes, its digest stays, so that the same list is known again."""
    count = 0
    for row in files_past_keeping(now):
        row.file.delete(save=False)
        if row.status == ImportStatus.PREVIEW:
            row.move_to(ImportStatus.DISCARDED)
        row.save(update_fields=["file", "status", "updated_at"])
        count += 1
    return count


retentions.register(
    "organisations.import_files",
    Retention(
        title=_("Files of address lists"),
        period=_("24 hours"),
        due=files_past_keeping,
        erase=erase_files,
    ),
)


def people_past_their_role(now: datetime) -> QuerySet:
    """A year after the role ended nobody asks any more who it was."""
    return Representative.objects.filter(to_on__lt=localdate(now) - timedelta(days=365))


retentions.register(
    "organisations.former_people",
    Retention(
        title=_("People whose role has ended"),
        period=_("one year after the end of the role"),
        due=people_past_their_role,
        erase=lambda now: forget_all(
            list(people_past_their_role(now).values_list("pk", flat=True)), reason="keeping time"
        ),
    ),
)


def logos_open_to(user) -> QuerySet:
    """Logos of listed associations; that of another for those who act for it, and the office."""
    rows = Organisation.objects.exclude(logo_image=None)
    if user.has_perm("organisations.view_organisation"):
        return rows.values("logo_image")
    mine = Organisation.objects.acted_for_by(user).values("pk")
    listed = Organisation.objects.listed().values("pk")
    return rows.filter(Q(pk__in=listed) | Q(pk__in=mine)).values("logo_image")


# Whoever is invited as somebody of an association stays invited as that.
withdrawal_effects.register(
    "invitations", lambda consent, now: stop_inviting_outside(email=consent.email)
)
renewal_effects.register(
    "invitations",
    lambda consent, now: invite_from_now_on(
        email=consent.email, name="", language=consent.language
    ),
)
person_models.register("organisations", "organisations.Representative")

search_sources.register(
    "organisations",
    SearchSource(
        title=_("Associations"),
        slug="vereine",
        rows=lambda user: Organisation.objects.listed().select_related("district"),
        searched=SEARCHED,
        url=Organisation.get_absolute_url,
        text=lambda row: row.description,
        language=lambda row: row.description_language,
        about=lambda row: german(row.district.name) if row.district else "",
        district="district",
    ),
)


sitemaps.register("organisations", pages_of(lambda: Organisation.objects.listed()))


file_uses.register(
    "organisations.logos",
    FileUse(
        used=lambda: Organisation.objects.exclude(logo_image=None).values("logo_image"),
        open_to=logos_open_to,
    ),
)
