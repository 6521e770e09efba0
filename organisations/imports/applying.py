"""What the preview shows, done: everything or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kme_portal.base.slugs import make_slug
from organisations.imports import preview as previews
from organisations.imports.people import existing_person, needs_notice, people_of
from organisations.imports.preview import CHANGED, NEW, Item, Preview
from organisations.models import (
    Affiliation,
    ContactChannel,
    ContactNote,
    Import,
    Organisation,
    OrganisationStatus,
    Representative,
    Term,
    TermKind,
)
from organisations.models.imports import ImportStatus
from organisations.models.people import NOTE_KEEPING


@dataclass(frozen=True)
class Report:
    """What an import did."""

    new: int
    changed: int
    refused: int
    people: int


@transaction.atomic
def apply_import(
    *, import_id: int, choices: Mapping[str, list[str]], user, now: datetime
) -> Report:
    """Take in what the preview shows for these choices; raises IllegalTransition, Unreadable.

    Of two clicks one wins; whatever fails leaves the register as it was.
    """
    entry = Import.objects.select_for_update().get(pk=import_id)
    entry.move_to(ImportStatus.DONE)
    with entry.file.open("rb") as file:
        preview = previews.build(
            file, filename=entry.filename, size=entry.file.size, choices=choices
        )
    writer = Writer(preview, source=source_of(entry, now), user=user, now=now)
    people = writer.write()
    report = Report(
        new=len(preview.in_state(NEW)),
        changed=len(preview.in_state(CHANGED)),
        refused=len(preview.in_state("refused")),
        people=people,
    )
    entry.rows_new, entry.rows_changed, entry.rows_refused = (
        report.new,
        report.changed,
        report.refused,
    )
    entry.save(update_fields=["status", "rows_new", "rows_changed", "rows_refused", "updated_at"])
    return report


def source_of(entry: Import, now: datetime) -> str:
    """What the entry and the notice name as the origin; the file's name may name anybody."""
    return f"Adressliste der Koordinierungsstelle, eingelesen am {localdate(now):%d.%m.%Y}"


class Writer:
    """Writes the items of a preview, first those of their own, then those that join them."""

    def __init__(self, preview: Preview, *, source: str, user, now: datetime) -> None:
        self.items = preview.in_state(NEW, CHANGED, "same", "joined")
        self.source = source
        self.user = user
        self.now = now
        self.made: dict[str, Organisation] = {}
        self.people = 0
        kinds = (TermKind.LANGUAGE, TermKind.FUNCTION)
        self.terms = {(t.kind, t.slug): t for t in Term.objects.filter(kind__in=kinds)}

    def write(self) -> int:
        """Returns the number of people and mailboxes that are new."""
        for item in sorted(self.items, key=lambda item: item.joined_to is not None):
            if item.joined_to is not None and item.joined_to.state in ("skipped", "refused"):
                continue
            organisation = self.write_organisation(item)
            self.made[f"row-{item.key}"] = organisation
            self.write_languages(item, organisation)
            self.write_people(item, organisation)
            self.write_note(item, organisation)
        for item in self.items:
            self.write_umbrella(item)
        return self.people

    def write_organisation(self, item: Item) -> Organisation:
        record = item.record
        values = previews.values_of(item)
        organisation = item.target
        if item.joined_to is not None:
            organisation = self.made[f"row-{item.joined_to.key}"]
        if organisation is None:
            organisation = Organisation(
                kind=record.kind,
                status=OrganisationStatus.ACTIVE,
                source=self.source,
                slug=make_slug(
                    record.name, taken=Organisation.objects.all(), fallback="organisation"
                ),
            )
        for name, value in values.items():
            old = getattr(organisation, name)
            if not value or name in item.keep and old:
                continue
            if not old or (
                name in previews.CHANGEABLE
                and item.joined_to is None
                and not previews.same_value(name, old, value)
            ):
                setattr(organisation, name, value)
        if not item.joined_to and item.districts and item.district is None:
            organisation.district = None
        remember_spelling(organisation, record)
        organisation.save()
        return organisation

    def write_languages(self, item: Item, organisation: Organisation) -> None:
        found = [self.terms.get((TermKind.LANGUAGE, slug)) for slug in item.record.languages]
        if any(found):
            organisation.languages.add(*filter(None, found))

    def write_people(self, item: Item, organisation: Organisation) -> None:
        record = item.record
        known = list(organisation.representatives.all()) if item.target or item.joined_to else []
        for person in people_of(record):
            row = existing_person(known, person)
            if row is None:
                row = Representative(
                    organisation=organisation,
                    language=record.letter_language,
                    may_be_invited=record.may_be_invited,
                    needs_notice=needs_notice(record, person.name),
                    source=self.source,
                )
                self.people += 1
            elif not record.may_be_invited and not record.invitation_in_doubt:
                row.may_be_invited = False
            row.name = row.name or person.name
            row.email = row.email or person.email
            row.phone = row.phone or person.phone
            if row.function is None and not row.function_note:
                row.function = self.terms.get((TermKind.FUNCTION, person.function))
                row.function_note = person.function_note
            row.save()
            known.append(row)

    def write_note(self, item: Item, organisation: Organisation) -> None:
        """What the list says besides becomes a contact note, once."""
        record = item.record
        lines = [record.remark]
        if record.last_contact:
            lines.append(_("Last contact: %(when)s") % {"when": record.last_contact})
        if record.umbrella and item.umbrella is None:
            lines.append(_("Umbrella: %(name)s") % {"name": record.umbrella})
        if item.joined_to is not None:
            for name in ("phone", "website", "street"):
                value = getattr(record, name)
                kept = getattr(organisation, name)
                if value and not previews.same_value(name, kept, value):
                    label = Organisation._meta.get_field(name).verbose_name
                    lines.append(f"{label}: {value}")
        text = "\n".join(filter(None, lines))
        if not text or organisation.notes.filter(text=text).exists():
            return
        ContactNote.objects.create(
            organisation=organisation,
            channel=ContactChannel.LIST,
            happened_at=self.now,
            text=text,
            written_by=self.user,
            keep_until=localdate(self.now) + timedelta(days=NOTE_KEEPING),
        )

    def write_umbrella(self, item: Item) -> None:
        member = self.made.get(f"row-{item.key}")
        if item.umbrella is None or member is None:
            return
        above = self.made.get(item.umbrella)
        if item.umbrella.startswith("org-"):
            above = Organisation.objects.filter(pk=item.umbrella[4:]).first()
        if above is None or above == member:
            return
        if Affiliation.objects.filter(member=member, umbrella=above, to_on=None).exists():
            return
        link = Affiliation(member=member, umbrella=above)
        try:
            link.full_clean()
        except ValidationError:
            # The register says the opposite: what the office entered there counts.
            return
        link.save()


def remember_spelling(organisation: Organisation, record) -> None:
    """Another spelling of a list helps to find it the next time; lost letters help nobody."""
    names = [organisation.name, *organisation.other_names.split("; ")]
    known = any(previews.same_value("name", name, record.name) for name in names if name)
    if known or record.has_lost_letters:
        return
    joined = "; ".join(filter(None, [organisation.other_names, record.name]))
    if len(joined) <= 300:
        organisation.other_names = joined
