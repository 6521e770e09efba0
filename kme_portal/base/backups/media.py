"""Uploads as one archive, out of a folder or a bucket and back into it."""

import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from kme_portal.base.backups import Refused
from kme_portal.base.erasures import FOLDER as JOURNAL


def names(storage: Storage | None = None, folder: str = "") -> Iterator[str]:
    """Every file of the storage, by its path."""
    storage = storage or default_storage
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}{name}"
    for inner in sorted(folders):
        yield from names(storage, f"{folder}{inner}/")


def pack(target: IO[bytes]) -> int:
    """Write all uploads; number of files. One that is erased meanwhile is left out."""
    count = 0
    with tarfile.open(fileobj=target, mode="w|") as archive:
        for name in names():
            try:
                with default_storage.open(name) as file:
                    entry = tarfile.TarInfo(name)
                    entry.size = default_storage.size(name)
                    entry.mode = 0o600
                    archive.addfile(entry, file)
            except FileNotFoundError:
                continue
            count += 1
    return count


def check(path: Path) -> None:
    """Raises Refused when the archive holds what we never wrote."""
    with tarfile.open(path) as archive:
        for entry in archive:
            parts = PurePosixPath(entry.name)
            if not entry.isfile() or parts.is_absolute() or ".." in parts.parts:
                raise Refused(f"{path} holds {entry.name}, which no backup of ours would.")


def unpack(path: Path) -> None:
    """Bring the storage to what the archive holds; the journal of erasures only grows."""
    with tarfile.open(path) as archive:
        entries = archive.getmembers()
        for entry in entries:
            if default_storage.exists(entry.name):
                if entry.name.startswith(f"{JOURNAL}/"):
                    continue
                default_storage.delete(entry.name)
            content = archive.extractfile(entry)
            assert content is not None
            default_storage.save(entry.name, File(content, name=entry.name))
    kept = {entry.name for entry in entries}
    for name in list(names()):
        if name not in kept and not name.startswith(f"{JOURNAL}/"):
            default_storage.delete(name)
