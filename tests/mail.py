"""A real mail server on an ephemeral port of the loopback interface, and the outbox in one call."""

import asyncio
import email
import email.policy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from email.message import EmailMessage

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Session
from django.conf import settings
from django.utils import timezone

from kme_portal.mailings import delivery
from kme_portal.mailings.models import Message


class MailServer:
    """Takes mails, or answers as told: each list in `answers` is used up from its left.

    `on` is "MAIL", "RCPT" or "DATA"; an answer is a line such as "451 later", "cut" (hang up)
    or "cut-after" (take the mail, then hang up without a word); "" accepts.
    """

    def __init__(self, port: int = 0, *, password: str | None = None, greeting: str = "") -> None:
        self.port = port
        self.password = password
        self.greeting = greeting
        self.connections = 0
        self.slow = 0.0
        """Seconds until a mail is taken."""
        self.taken: list[tuple[str, str, bytes]] = []
        self.answers: dict[str, list[str]] = {"MAIL": [], "RCPT": [], "DATA": []}
        self.always: dict[str, Callable[[str], str]] = {}
        self.signed_in_with: list[bytes] = []
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._transports: list[asyncio.Transport] = []

    # what tests read

    @property
    def mails(self) -> list[EmailMessage]:
        with self._lock:
            return [
                email.message_from_bytes(content, policy=email.policy.default)
                for _sender, _recipient, content in self.taken
            ]

    @property
    def recipients(self) -> list[str]:
        with self._lock:
            return [recipient for _sender, recipient, _content in self.taken]

    @property
    def senders(self) -> list[str]:
        with self._lock:
            return [sender for sender, _recipient, _content in self.taken]

    @property
    def message_ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails]

    def forget(self) -> None:
        """As new, on the same port."""
        with self._lock:
            self.taken.clear()
            for answers in self.answers.values():
                answers.clear()
            self.always.clear()
            self.slow = 0.0

    # start and stop

    def start(self) -> "MailServer":
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        listening = self._loop.create_server(
            self._new_connection, "127.0.0.1", self.port, reuse_address=True
        )
        self._server = asyncio.run_coroutine_threadsafe(listening, self._loop).result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def stop(self) -> None:
        """Cut every line and free the port."""
        if self._loop is None:
            return
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._loop = None

    async def _end(self) -> None:
        self._server.close()
        for transport in self._transports:
            transport.abort()
        self._transports.clear()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _new_connection(self) -> SMTP:
        arguments = {}
        if self.password is not None:
            arguments = {
                "authenticator": self._authenticate,
                "auth_require_tls": False,
            }
        return _Smtp(self, loop=self._loop, **arguments)

    def _authenticate(self, server, session, envelope, mechanism, given) -> AuthResult:
        self.signed_in_with.append(given.password)
        return AuthResult(success=given.password == self.password.encode(), handled=False)

    # what aiosmtpd asks

    def _answer(self, step: str, recipient: str) -> str:
        with self._lock:
            if self.answers[step]:
                return self.answers[step].pop(0)
        return self.always[step](recipient) if step in self.always else ""

    def _hang_up(self, server) -> str:
        server.transport.abort()
        return "421 gone"

    async def handle_MAIL(self, server, session: Session, envelope, address, options):
        if self.password is not None and not session.authenticated:
            return "530 5.7.0 Authentication required"
        answer = self._answer("MAIL", "")
        if answer == "cut":
            return self._hang_up(server)
        if answer:
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self._answer("RCPT", address)
        if answer == "cut":
            return self._hang_up(server)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.slow)
        answer = self._answer("DATA", envelope.rcpt_tos[0])
        if answer == "cut":
            return self._hang_up(server)
        if answer and answer != "cut-after":
            return answer
        with self._lock:
            for recipient in envelope.rcpt_tos:
                self.taken.append((envelope.mail_from, recipient, envelope.content))
        return self._hang_up(server) if answer else "250 taken"


class _Smtp(SMTP):
    """Counts connections and greets as told."""

    def connection_made(self, transport):
        told: MailServer = self.event_handler
        told.connections += 1
        told._transports.append(transport)
        if told.greeting == "cut":
            transport.abort()
        elif told.greeting:
            transport.write(told.greeting.encode() + b"\r\n")
            transport.close()
        else:
            super().connection_made(transport)

    def connection_lost(self, error):
        # Without a greeting of its own it knows of no connection.
        if self.session is not None:
            super().connection_lost(error)


@contextmanager
def mail_through(server: MailServer, **given) -> Iterator[None]:
    """Django sends to this server, as pytest's own settings otherwise keep mails in memory."""
    wanted = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": server.port,
    } | given
    before = {name: getattr(settings, name) for name in wanted}
    for name, value in wanted.items():
        setattr(settings, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(settings, name, value)


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A mail server that takes everything; Django is set to send to it."""
    server = MailServer().start()
    try:
        with mail_through(server):
            yield server
    finally:
        server.stop()


def deliver_all(now: datetime | None = None) -> int:
    """Empty the outbox as a worker would at this moment; number of mails settled.

    Without the fixture `mail_server` the mails are in `django.core.mail.outbox`. Raises
    AssertionError when a letter cannot be rendered.
    """
    at = now or timezone.now()
    before = Message.objects.due(at).count()
    while delivery.drain(clock=lambda: at):
        pass
    broken = Message.objects.queued().filter(attempts__gt=0, last_error__regex=r"^[A-Za-z]+$")
    assert not broken.exists(), list(broken.values_list("kind", "last_error"))
    return before - Message.objects.due(at).count()
