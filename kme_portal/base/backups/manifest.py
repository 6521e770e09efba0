"""The manifest of a backup: written last, read first."""

import hashlib
import hmac
import json
import subprocess
import tomllib
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from kme_portal.base.backups import Refused
from kme_portal.base.backups.contents import Content

NAME = "manifest.json"
DATABASE = "database.dump"
MEDIA = "media.tar"
FORMAT = 1
KEYS = ("SECRET_KEY", "ADDRESS_DIGEST_KEY")


@dataclass(frozen=True)
class File:
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. `keys` are fingerprints of the keys that its data need."""

    made_at: datetime
    version: str
    postgresql: int
    migrations: list[str]
    tables: dict[str, Content]
    media: int
    files: dict[str, File]
    keys: dict[str, str]

    @property
    def rows(self) -> int:
        return sum(content.rows for content in self.tables.values())


def write(manifest: Manifest, folder: Path) -> None:
    plain = asdict(manifest) | {"made_at": manifest.made_at.isoformat(), "format": FORMAT}
    plain["checksum"] = _checksum(plain)
    (folder / NAME).write_text(json.dumps(plain, indent=1, sort_keys=True) + "\n")


def read(folder: Path) -> Manifest:
    """Raises Refused when there is none, or when it is not as it was written."""
    try:
        plain = json.loads((folder / NAME).read_bytes())
    except FileNotFoundError:
        raise Refused(f"{folder} is no whole backup: it has no {NAME}.") from None
    except (OSError, ValueError) as error:
        raise Refused(f"The manifest of {folder} cannot be read: {error}") from None
    if not isinstance(plain, dict) or plain.get("checksum") != _checksum(plain):
        raise Refused(f"The manifest of {folder} was changed or cut after it was written.")
    if plain["format"] != FORMAT:
        raise Refused(
            f"{folder} was made by another version of the portal ({plain['version']}), with a "
            "manifest that this one does not know. Restore it with that version."
        )
    return Manifest(
        made_at=datetime.fromisoformat(plain["made_at"]),
        version=plain["version"],
        postgresql=plain["postgresql"],
        migrations=plain["migrations"],
        tables={name: Content(**given) for name, given in plain["tables"].items()},
        media=plain["media"],
        files={name: File(**given) for name, given in plain["files"].items()},
        keys=plain["keys"],
    )


def check_files(manifest: Manifest, folder: Path) -> None:
    """Raises Refused when a file is missing, cut or changed."""
    for name, file in manifest.files.items():
        path = folder / name
        if not path.exists():
            raise Refused(f"{path} is missing.")
        if path.stat().st_size != file.size:
            raise Refused(f"{path} has {path.stat().st_size} bytes instead of {file.size}.")
        with path.open("rb") as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != file.sha256:
                raise Refused(f"{path} was changed after it was written: its checksum differs.")


def fingerprints() -> dict[str, str]:
    """Of this installation's keys; they tell whether it is the same key, and nothing else."""
    return {name: _fingerprint(getattr(settings, name)) for name in KEYS}


def missing_keys(manifest: Manifest) -> list[str]:
    """Names of keys the backup's data were made with and that are not set here."""
    here = fingerprints()
    older = {_fingerprint(key) for key in settings.SECRET_KEY_FALLBACKS}
    return [
        name
        for name, made_with in manifest.keys.items()
        if made_with != here.get(name) and not (name == "SECRET_KEY" and made_with in older)
    ]


def version() -> str:
    """Of the portal, with the commit where it runs from a checkout."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
    try:
        asked = subprocess.run(
            ["git", "-C", settings.BASE_DIR, "rev-parse", "--short", "HEAD"],
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        # In an image there is no git.
        return str(project["version"])
    return f"{project['version']} {asked.stdout.strip()}".strip()


def _fingerprint(key: str) -> str:
    return hmac.digest(key.encode(), b"fingerprint in backups", hashlib.sha256).hex()[:16]


def _checksum(plain: dict) -> str:
    rest = {name: value for name, value in plain.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
