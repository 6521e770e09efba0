"""Where the data of this checkout lies, and what its processes find in their environment."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASE = "portal"
NOBODY = 65534
# Linux and macOS cut the path of a socket at 107 and 103 bytes; the longest name is PostgreSQL's.
LONGEST_SOCKET_FOLDER = 103 - len("/.s.PGSQL.5432.lock")


class CannotStart(Exception):
    """What the person at the keyboard must know or do; printed without a traceback."""


@dataclass(frozen=True)
class Folders:
    """The folders of one set of servers; two sets never share one."""

    base: Path

    @property
    def postgres(self) -> Path:
        return self.base / "postgres"

    @property
    def valkey(self) -> Path:
        return self.base / "valkey"

    @property
    def logs(self) -> Path:
        return self.base / "log"

    @property
    def mail(self) -> Path:
        return self.base / "mail"

    @property
    def lock(self) -> Path:
        return self.base / "lock"

    @property
    def port(self) -> Path:
        """Notes where the running portal answers, for commands that join it."""
        return self.base / "port"

    @property
    def secrets(self) -> Path:
        return self.base / "secrets.env"

    @property
    def sockets(self) -> Path:
        near = self.base / "sockets"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_FOLDER:
            return near
        digest = sha256(os.fsencode(near)).hexdigest()[:12]
        return Path(gettempdir()) / f"kme-portal-{os.getuid()}-{digest}"

    def make(self) -> None:
        """Raises CannotStart when another account owns the folder."""
        try:
            # Open to pass through, not to read: PostgreSQL may have to run as another account.
            self.base.mkdir(mode=0o711, parents=True, exist_ok=True)
            refuse_foreign(self.base)
            for folder in (self.logs, self.valkey, self.sockets):
                folder.mkdir(mode=0o700, exist_ok=True)
                refuse_foreign(folder)
        except PermissionError as error:
            raise CannotStart(
                f"This account may not write to {error.filename}. Start as its owner, or remove "
                f"{self.base} (it holds the local database)."
            ) from error


def refuse_foreign(folder: Path) -> None:
    owner = folder.stat().st_uid
    # Where root cannot map accounts, PostgreSQL runs as `nobody` and owns its folders.
    if owner not in (os.getuid(), *([NOBODY] if os.getuid() == 0 else [])):
        raise CannotStart(
            f"{folder} belongs to the account with number {owner}, not to yours ({os.getuid()}). "
            "Start as its owner, or remove it (it holds the local database)."
        )


@dataclass(frozen=True)
class Ports:
    """The ports on the loopback interface; two checkouts differ in `web` alone."""

    web: int = 8000

    @property
    def mail_page(self) -> int:
        return self.web + 25

    @property
    def smtp(self) -> int:
        return self.web + 1025


@dataclass(frozen=True)
class Plan:
    """What is started here and what the environment already brings.

    `fast` servers are for tests and may lose data; `whole` is the portal with all its processes.
    """

    folders: Folders
    ports: Ports = Ports()
    fast: bool = False
    whole: bool = False
    given: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @property
    def own_postgres(self) -> bool:
        return not self.is_given("DATABASE_URL")

    @property
    def own_valkey(self) -> bool:
        return not self.is_given("REDIS_URL")

    @property
    def own_mail(self) -> bool:
        return not self.is_given("EMAIL_URL")

    def is_given(self, name: str) -> bool:
        """As a value or as a file with the value."""
        return bool(self.given.get(name) or self.given.get(f"{name}_FILE"))

    @property
    def demo(self) -> bool:
        """Demonstration data goes into the embedded database, never into one given to us."""
        return self.whole and self.own_postgres and self.given.get("DEMO") != "0"

    @property
    def portal_url(self) -> str:
        # Passkeys work on the name, not on 127.0.0.1.
        return self.given.get("PORTAL_URL") or f"http://localhost:{self.ports.web}"

    def environment(self) -> dict[str, str]:
        """The environment of every process; what is set from outside wins."""
        sockets = self.folders.sockets
        ours = {"PYTHONUNBUFFERED": "1"}
        if self.own_postgres:
            quoted = str(sockets).replace("%", "%25").replace("/", "%2F")
            ours["DATABASE_URL"] = f"postgres://postgres@{quoted}/{DATABASE}"
        if self.own_valkey:
            ours["REDIS_URL"] = f"unix://{sockets / 'valkey.sock'}"
        if not self.fast:
            # Tests bring their own values for the rest.
            ours |= self._beyond_the_servers()
        set_from_outside = {name: value for name, value in self.given.items() if value}
        # Importing our package sets the default, which must not hide the tests' own settings.
        if set_from_outside.get("DJANGO_SETTINGS_MODULE") == "kme_portal.settings":
            del set_from_outside["DJANGO_SETTINGS_MODULE"]
        return ours | set_from_outside

    def _beyond_the_servers(self) -> dict[str, str]:
        ours = {
            "PORTAL_URL": self.portal_url,
            "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
            "STATIC_ROOT": str(self.folders.base / "static"),
            "MEDIA_ROOT": str(self.folders.base / "media"),
            "BACKUP_DIR": str(self.folders.base / "backups"),
            "DEFAULT_FROM_EMAIL": "KME NRW <portal@kme-nrw.example>",
            **read_or_make_secrets(self.folders.secrets),
        }
        if self.own_mail:
            ours["EMAIL_URL"] = f"smtp://127.0.0.1:{self.ports.smtp}"
        if self.demo:
            ours["DEMO"] = "1"
        return ours


def read_or_make_secrets(path: Path) -> dict[str, str]:
    """The secrets of this checkout, made once and readable by its owner alone."""
    if not path.exists():
        made = {name: secrets.token_urlsafe(50) for name in ("SECRET_KEY", "ADDRESS_DIGEST_KEY")}
        text = "".join(f"{name}={value}\n" for name, value in made.items())
        draft = path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        draft.rename(path)
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def read_environment_file(path: Path) -> dict[str, str]:
    """NAME=value a line, as systemd reads an EnvironmentFile; quotes around a value are optional.

    Raises CannotStart when it cannot be read or a line is none of these.
    """
    try:
        lines = path.read_text().splitlines()
    except OSError as error:
        raise CannotStart(f"ENV_FILE {path} cannot be read: {error.strerror}") from error
    found = {}
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith(("#", ";")):
            continue
        name, sign, value = line.partition("=")
        if not sign or not name.isidentifier():
            raise CannotStart(f"Line {number} of {path} is not NAME=value.")
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        found[name] = value
    return found
