"""The mail catcher keeps every mail, shows it whole, and lets none of it act."""

import smtplib
import threading
from email.message import EmailMessage
from http.client import HTTPConnection

import pytest
from aiosmtpd.controller import Controller

from kme_portal.standalone.catcher.mailbox import Mailbox
from kme_portal.standalone.catcher.page import page_server
from kme_portal.standalone.catcher.smtp import Catcher
from tests.standalone.conftest import free_port


@pytest.fixture
def mailbox(tmp_path):
    return Mailbox(tmp_path / "mail")


@pytest.fixture
def page(mailbox):
    """Asks the page for a path; answers status, headers and text."""
    server = page_server(mailbox, free_port())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()

    def get(path, host="localhost"):
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", path, headers={"Host": f"{host}:{server.server_port}"})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    yield get
    server.shutdown()
    thread.join()
    server.server_close()


def make_mail(**given) -> bytes:
    message = EmailMessage()
    message["From"] = "portal@portal.example"
    message["To"] = "verein@verein.example"
    message["Subject"] = given.get("subject", "Einladung für Übach")
    message.set_content(given.get("text", "Antworten: https://portal.example/einladung/x/."))
    message.add_alternative(
        given.get("html", "<p>Antworten</p><script>alert(1)</script>"), subtype="html"
    )
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar")
    return message.as_bytes()


def test_a_mail_sent_by_smtp_is_kept_with_its_envelope(mailbox):
    controller = Controller(
        Catcher(mailbox), hostname="127.0.0.1", port=free_port(), server_hostname="localhost"
    )
    controller.start()
    try:
        with smtplib.SMTP("127.0.0.1", controller.port) as smtp:
            smtp.sendmail("portal@portal.example", ["an@verein.example"], make_mail())
    finally:
        controller.stop()

    (caught,) = mailbox.newest()
    assert caught.recipients == "an@verein.example"
    assert caught.subject == "Einladung für Übach"


def test_the_list_begins_with_the_newest_and_finds_by_recipient_and_subject(mailbox, page):
    assert "Noch keine E-Mail" in page("/")[2]
    mailbox.put(make_mail(subject="Erste"), sender="a@b.example", recipients=["eins@c.example"])
    mailbox.put(make_mail(subject="Zweite"), sender="a@b.example", recipients=["zwei@c.example"])

    _, _, whole = page("/")
    assert whole.index("Zweite") < whole.index("Erste")

    _, _, found = page("/?suche=EINS+erste")
    assert "Erste" in found
    assert "Zweite" not in found


def test_a_mail_shows_text_links_attachment_and_headers(mailbox, page):
    mailbox.put(make_mail(), sender="a@b.example", recipients=["an@c.example"])
    key = mailbox.newest()[0].key

    status, _, text = page(f"/mail/{key}")

    assert status == 200
    assert '<a href="https://portal.example/einladung/x/" rel="noreferrer">' in text
    assert "termin.ics" in text
    assert "X-Envelope-To: an@c.example" in text


def test_the_html_part_may_run_nothing_and_fetch_nothing(mailbox, page):
    mailbox.put(make_mail(), sender="a@b.example", recipients=["an@c.example"])

    _, headers, _ = page(f"/mail/{mailbox.newest()[0].key}/html")

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in policy


def test_a_typed_subject_cannot_become_markup(mailbox, page):
    mailbox.put(
        make_mail(subject="<script>alert(1)</script>"),
        sender="a@b.example",
        recipients=["<b>@c.example"],
    )
    key = mailbox.newest()[0].key

    for path in ("/", "/?suche=%22%3E%3Cscript%3E", f"/mail/{key}"):
        text = page(path)[2]
        assert "<script>" not in text
        assert "<b>" not in text


def test_a_file_is_offered_for_download_never_shown(mailbox, page):
    mailbox.put(make_mail(), sender="a@b.example", recipients=["an@c.example"])
    mail = mailbox.newest()[0]
    (number, _part), *_ = mail.files()

    _, headers, text = page(f"/mail/{mail.key}/teil/{number}")

    assert text.startswith("BEGIN:VCALENDAR")
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''termin.ics"


@pytest.mark.parametrize("path", ["/mail/none", "/mail/none/html", "/mail/../../etc", "/x"])
def test_what_is_not_there_is_said_so(page, path):
    status, _, text = page(path)

    assert status == 404
    assert "Diese E-Mail gibt es nicht" in text


def test_another_name_for_this_machine_is_refused(page):
    assert page("/", host="evil.example")[0] == 421
