"""One kept connection to the mail server, and what its answers mean for the outbox."""

import contextlib
import re
import smtplib
import ssl

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

MAILS_PER_CONNECTION = 100
"""Many servers hang up after some hundred; we leave before."""

# RFC 3463: the mailbox or its address does not exist, and never will by waiting.
NO_SUCH_MAILBOX = re.compile(r"\b5\.1\.(1|3|6|10)\b")
# The server objects to us rather than to the recipient.
POLICY = re.compile(r"\b5\.7\.\d+\b")
ADDRESS = re.compile(r"\S+@\S+")


class SmtpTrouble(Exception):
    """Something else than "accepted"; `reason` is the server's answer without addresses."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreachable(SmtpTrouble):
    """There is no server to talk to for now; counts against no mail."""


class PortalRefused(SmtpTrouble):
    """The server refuses the portal (greeting, sign-in, sender); counts against no mail."""


class TryLater(SmtpTrouble):
    """This mail was put off (4xx) or the line was cut before the server's answer."""


class Undeliverable(SmtpTrouble):
    """This mail is refused for good (5xx at the recipient or its content)."""

    def __init__(self, reason: str, *, code: int) -> None:
        super().__init__(reason)
        self.no_such_mailbox = bool(NO_SUCH_MAILBOX.search(reason))
        self.is_policy = code in (530, 554) or bool(POLICY.search(reason))


def without_addresses(text: str) -> str:
    return ADDRESS.sub("…", text)


def _answer(code: int, text: bytes | str) -> str:
    words = text.decode(errors="replace") if isinstance(text, bytes) else text
    return without_addresses(f"{code} {' '.join(words.split())}")[:300]


def _trouble_at_opening(error: Exception) -> SmtpTrouble:
    if isinstance(error, smtplib.SMTPResponseException):
        reason = _answer(error.smtp_code, error.smtp_error)
        return PortalRefused(reason) if error.smtp_code >= 500 else Unreachable(reason)
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return Unreachable("The mail server hung up.")
    if isinstance(error, smtplib.SMTPException | ssl.SSLError):
        # Sign-in or encryption as configured is not what this server offers.
        return PortalRefused(without_addresses(str(error))[:300])
    return Unreachable(type(error).__name__)


class Line:
    """Opened when needed, kept from mail to mail, opened anew after a cut."""

    def __init__(self) -> None:
        self._backend: BaseEmailBackend | None = None
        self._sent = 0

    def open(self) -> None:
        """Raises Unreachable or PortalRefused."""
        if self._backend is not None and self._sent < MAILS_PER_CONNECTION:
            return
        self.close()
        self._backend = get_connection()
        self._sent = 0
        try:
            self._backend.open()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise _trouble_at_opening(error) from error

    def send(self, mail: EmailMessage) -> None:
        """Raises PortalRefused, TryLater or Undeliverable; accepted when it returns."""
        assert self._backend is not None
        try:
            self._backend.send_messages([mail])
        except smtplib.SMTPSenderRefused as error:
            # 552 at MAIL FROM is about the size of this one mail.
            at_sender = PortalRefused if error.smtp_code != 552 else None
            self._judge(error.smtp_code, error.smtp_error, error, for_good=at_sender)
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            self._judge(code, text, error)
        except smtplib.SMTPResponseException as error:
            self._judge(error.smtp_code, error.smtp_error, error)
        except smtplib.SMTPNotSupportedError as error:
            raise Undeliverable(without_addresses(str(error)), code=550) from error
        except (smtplib.SMTPException, OSError) as error:
            self.drop()
            raise TryLater("The connection was cut.") from error
        self._sent += 1

    def _judge(
        self,
        code: int,
        text: bytes | str,
        error: Exception,
        *,
        for_good: type[SmtpTrouble] | None = None,
    ) -> None:
        reason = _answer(code, text)
        if code == 421 or not 400 <= code < 600:
            self.drop()
        if code < 500:
            raise TryLater(reason) from error
        if for_good is not None:
            raise for_good(reason) from error
        raise Undeliverable(reason, code=code) from error

    def close(self) -> None:
        """Say goodbye; a server that is gone already does not matter."""
        if self._backend is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._backend.close()
        self._backend = None

    def drop(self) -> None:
        """Forget a connection in an unknown state without a further word on it."""
        connection = getattr(self._backend, "connection", None)
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.close()
        self._backend = None
