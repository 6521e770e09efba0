import pytest
from django.core import mail as django_mail
from django.core.mail import EmailMultiAlternatives

from kme_portal.mailings.letters import letters
from kme_portal.mailings.rendering import build, preview, return_path
from tests.factories import make_message
from tests.mail import deliver_all
from tests.mailings.letters import CALENDAR, CIRCULAR, NOTICE

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert(1)</script><img src="http://evil.example/x"> [a](http://evil.example)'


def sent(server, **given):
    make_message(**given)
    deliver_all()
    return server.mails[-1]


def part(mail, kind):
    return next(piece for piece in mail.walk() if piece.get_content_type() == kind)


def test_every_mail_bears_what_automatic_mail_must(mail_server, settings):
    settings.OFFICE_EMAIL = "office@portal.example"

    mail = sent(mail_server)

    assert mail["To"] == "verein@verein.example"
    assert mail["Cc"] is mail["Bcc"] is None
    assert mail["From"] == "kme@portal.example"
    assert mail["Reply-To"] == "office@portal.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"]
    assert mail["List-Unsubscribe"] is None
    assert mail["Subject"] == "Notice from the office"
    assert [piece.get_content_type() for piece in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_list_mail_can_be_stopped_with_one_click_and_by_a_link(mail_server, client):
    mail = sent(mail_server, kind=CIRCULAR)

    link = mail["List-Unsubscribe"].strip(" <>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in part(mail, "text/plain").get_content()
    assert "verein@" not in link
    assert client.get(link.removeprefix("http://localhost:8000")).status_code == 200


def test_a_mail_asks_nothing_of_any_server(mail_server):
    html = part(sent(mail_server), "text/html").get_content()

    for asks in ("<img", "<link", "<script", "url(", "@import", "src="):
        assert asks not in html


def test_style_stands_in_the_elements_and_dark_screens_keep_their_rules(mail_server):
    html = part(sent(mail_server), "text/html").get_content()

    assert '<body style="' in html


def test_what_somebody_typed_is_text_and_nothing_else(mail_server):
    mail = sent(mail_server, data={"words": HOSTILE})

    html = part(mail, "text/html").get_content()
    assert "<script" not in html
    assert "<img" not in html
    assert HOSTILE in part(mail, "text/plain").get_content()


def test_a_name_with_a_line_break_adds_no_header(mail_server):
    message = make_message(
        email="verein@verein.example", data={"words": "x\r\nBcc: a@evil.example"}
    )

    deliver_all()

    assert mail_server.mails[-1]["Bcc"] is None
    assert mail_server.recipients == [message.email]


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("tr", "ltr"), ("ar", "rtl")])
def test_a_mail_is_in_the_language_of_its_recipient(mail_server, language, direction):
    html = part(sent(mail_server, language=language), "text/html").get_content()

    assert f'<html lang="{language}" dir="{direction}"' in html


def test_a_calendar_with_its_method_is_an_alternative_and_other_files_are_attached(mail_server):
    mail = sent(mail_server, kind=CALENDAR)

    calendar = part(mail, "text/calendar")
    assert calendar.get_param("method") == "REQUEST"
    assert calendar.get_content_disposition() is None
    assert calendar.get_content().startswith("BEGIN:VCALENDAR\r\n")
    assert part(mail, "application/pdf").get_filename() == "plan.pdf"


def test_bounces_come_back_to_an_address_that_names_the_mail(mail_server, settings):
    settings.RETURN_MAILBOX_URL = "maildir:///nowhere"
    settings.DEFAULT_FROM_EMAIL = "KME NRW <kme@portal.example>"
    message = make_message()

    deliver_all()

    assert mail_server.senders == [f"kme+{message.random_part}@portal.example"]
    assert mail_server.mails[-1]["From"] == "KME NRW <kme@portal.example>"
    assert len(mail_server.senders[0].partition("@")[0]) <= 64


def test_without_a_return_mailbox_bounces_come_to_the_sender():
    assert return_path(make_message()) == "kme@portal.example"


def test_a_preview_sends_and_notes_nothing():
    shown = preview(letters[CIRCULAR], None, language="tr", email="verein@verein.example")

    assert shown.subject == "Notice from the office"
    assert 'lang="tr"' in shown.html
    assert "abbestellen" in shown.text
    assert django_mail.outbox == []


def test_a_letter_to_an_international_domain_is_built():
    mail = build(letters[NOTICE], None, make_message(email="verein@vereinsträger.example"))

    assert isinstance(mail, EmailMultiAlternatives)
