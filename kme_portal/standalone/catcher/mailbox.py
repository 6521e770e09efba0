"""The caught mails as a Maildir: one file each, readable with any mail program."""

import contextlib
import email
import mailbox
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default as modern
from pathlib import Path

MOST_KEPT = 5000
MOST_SHOWN = 300


@dataclass(frozen=True)
class Caught:
    """One mail and the envelope it came in, which is what the server really obeyed."""

    key: str
    at: datetime
    message: EmailMessage

    @property
    def recipients(self) -> str:
        return str(self.message.get("X-Envelope-To") or self.message.get("To") or "")

    @property
    def sender(self) -> str:
        return str(self.message.get("From") or self.message.get("X-Envelope-From") or "")

    @property
    def subject(self) -> str:
        return str(self.message.get("Subject") or "(ohne Betreff)")

    def body(self, kind: str) -> str | None:
        """The text of the part `plain` or `html`."""
        part = self.message.get_body(preferencelist=(kind,))
        if part is None:
            return None
        try:
            return str(part.get_content())
        except (LookupError, UnicodeError):
            payload = part.get_payload(decode=True)
            return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else None

    def files(self) -> list[tuple[int, EmailMessage]]:
        """Everything but the two texts, with its number among the parts."""
        texts = {id(self.message.get_body(preferencelist=(kind,))) for kind in ("plain", "html")}
        return [
            (number, part)
            for number, part in enumerate(self.message.walk())
            if not part.is_multipart() and id(part) not in texts
        ]


class Mailbox:
    def __init__(self, folder: Path):
        self.folder = folder
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(parents=True, mode=0o700, exist_ok=True)
        self.maildir = mailbox.Maildir(folder, create=False)

    def put(self, content: bytes, *, sender: str, recipients: Sequence[str]) -> None:
        envelope = f"X-Envelope-From: {one_line(sender)}\r\n"
        envelope += f"X-Envelope-To: {one_line(', '.join(recipients))}\r\n"
        self.maildir.add(envelope.encode() + content)
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        files = list(self._files())
        if len(files) > MOST_KEPT:
            for path in sorted(files, key=arrival)[: len(files) - MOST_KEPT]:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        for name in ("new", "cur"):
            yield from (self.folder / name).iterdir()

    def newest(self, words: str = "") -> list[Caught]:
        """The latest mails whose recipients or subject hold all the words."""
        found = []
        for path in sorted(self._files(), key=arrival, reverse=True):
            with contextlib.suppress(FileNotFoundError):
                caught = read(path)
                text = f"{caught.recipients} {caught.subject}".casefold()
                if all(word in text for word in words.casefold().split()):
                    found.append(caught)
            if len(found) == MOST_SHOWN:
                break
        return found

    def get(self, key: str) -> Caught | None:
        path = next((path for path in self._files() if path.name.split(":")[0] == key), None)
        return read(path) if path else None


def arrival(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except FileNotFoundError:
        return 0, path.name


def read(path: Path) -> Caught:
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=modern)
    assert isinstance(message, EmailMessage)
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Caught(path.name.split(":")[0], at, message)


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
