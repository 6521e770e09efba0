"""What the register knows happened with an association: calls, letters, changes, affiliations."""

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kme_portal.accounts.models import User
from kme_portal.base.history import changes_of, history_model, in_words
from kme_portal.base.registries import Panel, panels
from kme_portal.base.timeline import Entry, Timeline, timelines
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.letters import title_of
from kme_portal.mailings.models import Message, MessageStatus
from organisations.models import Affiliation, ContactNote, Organisation

UNDELIVERED = [MessageStatus.FAILED, MessageStatus.RETURNED]


def notes_of(organisation: Organisation, user):
    if not user.has_perm("organisations.view_contactnote"):
        return ContactNote.objects.none()
    return organisation.notes.select_related("person", "written_by")


def told_notes(rows, organisation) -> dict[int, Entry]:
    found = {}
    for note in rows:
        lines = [note.text] if note.text else []
        if note.follow_up_on:
            words = (
                _("To be taken up again on %(day)s; done.")
                if note.followed_up_at
                else _("To be taken up again on %(day)s.")
            )
            lines.append(words % {"day": date_format(note.follow_up_on, "SHORT_DATE_FORMAT")})
        title = str(note.get_channel_display()).capitalize()
        found[note.pk] = Entry(
            title=_("%(channel)s with %(person)s") % {"channel": title, "person": note.person}
            if note.person
            else title,
            lines=lines,
            url=reverse("admin:organisations_contactnote_change", args=[note.pk]),
            who=str(note.written_by),
        )
    return found


def letters_to(organisation: Organisation, user):
    """Mails to its mailbox and its people; sign-in mails are nobody's business.

    Thirty days after a mail was settled its address is gone, and the mail from here with it.
    """
    if not user.has_perm("mailings.view_message"):
        return Message.objects.none()
    emails = {organisation.email, *organisation.representatives.values_list("email", flat=True)}
    digests = [digest(email) for email in emails if email]
    return Message.objects.filter(address_digest__in=digests).exclude(kind__startswith="accounts")


def told_letters(rows, organisation) -> dict[int, Entry]:
    return {
        row.pk: Entry(
            title=str(title_of(row.kind)),
            lines=[
                _("To %(address)s: %(status)s")
                % {"address": row.email, "status": row.get_status_display()}
            ],
            url=reverse("admin:mailings_message_change", args=[row.pk]),
            tone="danger" if row.status in UNDELIVERED else "",
        )
        for row in rows
    }


def changes_to(organisation: Organisation, user):
    table = history_model(Organisation)
    rows = table._default_manager.filter(pgh_obj_id=organisation.pk)
    return rows if user.has_perm("organisations.view_organisation") else rows.none()


def told_changes(rows, organisation) -> dict[int, Entry]:
    wanted = {row.pgh_id for row in rows}
    changes = [change for change in changes_of(organisation) if change.key in wanted]
    people = User.objects.in_bulk({change.user_id for change in changes if change.user_id})
    found = {}
    for change in changes:
        # What an entry began with stands in the entry itself.
        lines = [
            _("%(field)s: %(before)s → %(after)s")
            % {"field": _capitalised(field), "before": before, "after": after}
            for field, before, after in in_words(Organisation, change)
            if change.kind == "update"
        ]
        title = _("Entry made") if change.kind == "insert" else _("Entry changed")
        who = people.get(change.user_id)
        found[change.key] = Entry(
            title=title, lines=lines, who=str(who) if who else _("the portal")
        )
    return found


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def affiliations_of(organisation: Organisation, user):
    if not user.has_perm("organisations.view_affiliation"):
        return Affiliation.objects.none()
    return Affiliation.objects.filter(
        Q(member=organisation) | Q(umbrella=organisation)
    ).select_related("member", "umbrella")


def told_affiliations(rows, organisation) -> dict[int, Entry]:
    found = {}
    for link in rows:
        is_member = link.member_id == organisation.pk
        other = link.umbrella if is_member else link.member
        words = (
            _("Belongs to %(name)s (%(kind)s)")
            if is_member
            else _("%(name)s belongs to it (%(kind)s)")
        )
        lines = []
        if link.to_on:
            day = date_format(link.to_on, "SHORT_DATE_FORMAT")
            lines.append(_("until %(day)s") % {"day": day})
        if not (link.confirmed_by_member_on and link.confirmed_by_umbrella_on):
            lines.append(_("Not yet confirmed by both sides."))
        found[link.pk] = Entry(
            title=words % {"name": other, "kind": link.get_kind_display()},
            lines=lines,
            url=reverse("admin:organisations_affiliation_change", args=[link.pk]),
        )
    return found


for name, source in {
    "kontakt": Timeline(gettext_lazy("Calls and notes"), notes_of, "happened_at", told_notes),
    "post": Timeline(
        gettext_lazy("Letters"), letters_to, Coalesce("settled_at", "created_at"), told_letters
    ),
    "eintrag": Timeline(
        gettext_lazy("Changes of the entry"), changes_to, "pgh_created_at", told_changes
    ),
    "dachverband": Timeline(
        gettext_lazy("Affiliations"), affiliations_of, "created_at", told_affiliations
    ),
}.items():
    timelines.register(name, source)


def open_follow_ups(organisation: Organisation, request) -> dict | None:
    """What somebody wanted to take up again, the days to come too."""
    if not request.user.has_perm("organisations.change_organisation"):
        return None
    notes = (
        organisation.notes.filter(followed_up_at=None)
        .exclude(follow_up_on=None)
        .select_related("written_by")
        .order_by("follow_up_on")
    )
    return {"notes": list(notes), "organisation": organisation} if notes else None


panels.register(
    "organisations.follow_ups",
    Panel("organisation.call", "organisations/admin/call_follow_ups.html", open_follow_ups, 10),
)
