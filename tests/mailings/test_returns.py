import mailbox
import socketserver
import threading
from contextlib import contextmanager

import pytest
from django.utils import timezone

from kme_portal.mailings import returns
from kme_portal.mailings.models import Message, MessageStatus, Suppression
from tests.factories import make_message

pytestmark = pytest.mark.django_db

REPORT = """\
From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system. I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; verein@verein.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} <verein@verein.example>: no such
 user here

--b
Content-Type: message/rfc822

From: portal@portal.example
To: verein@verein.example
Message-ID: {message_id}
Subject: Notice

Good day
--b--
"""

LETTER = "From: a@verein.example\nTo: kme@portal.example\nSubject: Question\n\nA question\n"


def bounce(message, *, to="kme@portal.example", action="failed", status="5.1.1"):
    text = REPORT.format(to=to, action=action, status=status, message_id=message.message_id)
    return text.replace("\n", "\r\n").encode()


def read_one(raw):
    return returns.take(raw, now=timezone.now())


def test_a_bounce_is_matched_by_the_message_id_it_quotes():
    message = make_message(status=MessageStatus.SENT)

    assert read_one(bounce(message))

    message.refresh_from_db()
    assert message.status == MessageStatus.RETURNED
    assert message.last_error.startswith("5.1.1 ")
    assert "@" not in message.last_error


def test_a_bounce_is_matched_by_the_return_path_of_the_mail():
    message, quoted = make_message(status=MessageStatus.SENT), make_message()
    to = f"KME+{message.random_part.upper()}@portal.example"

    assert read_one(bounce(quoted, to=to))

    message.refresh_from_db()
    assert message.status == MessageStatus.RETURNED


def test_an_address_that_does_not_exist_gets_no_more_list_mail():
    message = make_message(status=MessageStatus.SENT)

    read_one(bounce(message))

    assert [one.digest for one in Suppression.objects.all()] == [message.address_digest]


def test_a_full_mailbox_is_returned_but_not_blocked():
    message = make_message(status=MessageStatus.SENT)

    read_one(bounce(message, status="5.2.2"))

    message.refresh_from_db()
    assert message.status == MessageStatus.RETURNED
    assert not Suppression.objects.exists()


def test_a_delay_changes_nothing():
    message = make_message(status=MessageStatus.SENT)

    assert read_one(bounce(message, action="delayed", status="4.4.1"))

    message.refresh_from_db()
    assert message.status == MessageStatus.SENT


def test_what_people_write_is_no_bounce():
    assert not read_one(LETTER.encode())


def test_a_bounce_of_something_else_is_read_and_forgotten():
    assert read_one(bounce(Message(message_id="<unknown@elsewhere.example>")))
    assert not Suppression.objects.exists()


def test_a_maildir_is_read_once_and_letters_stay(tmp_path, settings):
    message = make_message(status=MessageStatus.SENT)
    box = mailbox.Maildir(tmp_path / "box")
    box.add(bounce(message))
    box.add(LETTER.encode())
    settings.RETURN_MAILBOX_URL = f"maildir://{tmp_path / 'box'}"

    assert returns.read_mailbox(now=timezone.now()) == 1
    assert returns.read_mailbox(now=timezone.now()) == 0

    message.refresh_from_db()
    assert message.status == MessageStatus.RETURNED
    assert [str(mail["Subject"]) for mail in mailbox.Maildir(tmp_path / "box")] == ["Question"]


@pytest.mark.parametrize("scheme", ["imap", "pop3"])
def test_a_mailbox_on_a_server_is_read_once_and_letters_stay(scheme, settings):
    message = make_message(status=MessageStatus.SENT)
    with serve(scheme, [bounce(message), LETTER.replace("\n", "\r\n").encode()]) as (port, mails):
        settings.RETURN_MAILBOX_URL = f"{scheme}://returns:p%40ss@127.0.0.1:{port}"

        assert returns.read_mailbox(now=timezone.now()) == 1
        assert returns.read_mailbox(now=timezone.now()) == 0

    message.refresh_from_db()
    assert message.status == MessageStatus.RETURNED
    assert [b"Question" in mail for mail in mails] == [True]


@pytest.mark.parametrize("scheme", ["imap", "pop3"])
def test_a_mailbox_that_is_away_is_asked_again_later(scheme, settings):
    settings.RETURN_MAILBOX_URL = f"{scheme}://returns:pass@127.0.0.1:1"

    assert returns.read_mailbox(now=timezone.now()) == 0


def test_without_a_return_mailbox_nothing_is_asked():
    assert returns.read_mailbox(now=timezone.now()) == 0


@contextmanager
def serve(scheme, mails):
    """As much of a server as these protocols need to fetch, mark and delete."""
    handler = {"imap": ImapHandler, "pop3": Pop3Handler}[scheme]
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.mails = mails
        server.seen = set()
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1], mails
        server.shutdown()


class Pop3Handler(socketserver.StreamRequestHandler):
    def handle(self):
        mails, deleted = self.server.mails, set()
        self.say(b"+OK ready")
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            if word == "LIST":
                self.say(b"+OK")
                for number, mail in enumerate(mails, 1):
                    self.say(f"{number} {len(mail)}".encode())
                self.say(b".")
            elif word == "RETR":
                self.say(b"+OK")
                self.say(mails[int(rest) - 1])
                self.say(b".")
            elif word == "DELE":
                deleted.add(int(rest) - 1)
                self.say(b"+OK")
            elif word == "PASS" and rest != "p@ss":
                self.say(b"-ERR no")
            else:
                self.say(b"+OK")
            if word == "QUIT":
                mails[:] = [mail for index, mail in enumerate(mails) if index not in deleted]
                return

    def say(self, line):
        self.wfile.write(line + b"\r\n")


class ImapHandler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"* OK IMAP4rev1 ready\r\n")
        deleted = set()
        for line in self.rfile:
            tag, *words = line.decode().split()
            command = " ".join(words[:2] if words[0] == "UID" else words[:1]).upper()
            answer = getattr(self, "on_" + command.replace(" ", "_").lower(), lambda *_: b"")
            self.wfile.write(answer(words, deleted) + f"{tag} OK done\r\n".encode())
            if command == "LOGOUT":
                return

    def on_capability(self, words, deleted):
        return b"* CAPABILITY IMAP4rev1\r\n"

    def on_select(self, words, deleted):
        return f"* {len(self.server.mails)} EXISTS\r\n".encode()

    def on_uid_search(self, words, deleted):
        unseen = [
            str(number)
            for number, mail in enumerate(self.server.mails, 1)
            if mail not in self.server.seen
        ]
        return f"* SEARCH {' '.join(unseen)}\r\n".encode()

    def on_uid_fetch(self, words, deleted):
        mail = self.server.mails[int(words[2]) - 1]
        head = f"* {words[2]} FETCH (UID {words[2]} BODY[] {{{len(mail)}}}\r\n"
        return head.encode() + mail + b")\r\n"

    def on_uid_store(self, words, deleted):
        mail = self.server.mails[int(words[2]) - 1]
        self.server.seen.add(mail)
        if r"\Deleted" in " ".join(words):
            deleted.add(mail)
        return b""

    def on_expunge(self, words, deleted):
        self.server.mails[:] = [mail for mail in self.server.mails if mail not in deleted]
        return b""

    def on_logout(self, words, deleted):
        return b"* BYE\r\n"
