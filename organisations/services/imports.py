"""Address lists on their way into the register."""

from hashlib import sha256

from django.db import transaction

from organisations.models import Import
from organisations.models.imports import ImportStatus


def receive(*, file, filename: str, user) -> Import:
    """Keep an uploaded list for its preview."""
    file.seek(0)
    digest = sha256(b"".join(file.chunks())).hexdigest()
    file.seek(0)
    entry = Import(filename=filename[:200], digest=digest, imported_by=user)
    suffix = ".xlsx" if filename.lower().endswith(".xlsx") else ".csv"
    entry.file.save(f"{entry.public_id}{suffix}", file, save=False)
    entry.save()
    return entry


def earlier_imports(entry: Import):
    """Imports of the very same file that were taken in."""
    return Import.objects.filter(digest=entry.digest, status=ImportStatus.DONE).exclude(pk=entry.pk)


@transaction.atomic
def discard(*, import_id: int) -> Import:
    """Nothing of this list is taken in; its file goes at once."""
    entry = Import.objects.select_for_update().get(pk=import_id)
    entry.move_to(ImportStatus.DISCARDED)
    file = entry.file.name
    entry.file = ""
    entry.save(update_fields=["status", "file", "updated_at"])
    if file:
        storage = entry.file.storage
        transaction.on_commit(lambda: storage.delete(file), robust=True)
    return entry
