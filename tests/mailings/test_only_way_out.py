"""No mail leaves but through the outbox: otherwise it could be lost, or sent twice."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ["kme_portal", "organisations", "events", "dialogues", "funding"]
SENDS = re.compile(
    r"(?<!def )\b(send_mail|send_mass_mail|mail_admins|mail_managers|email_user|send_messages|"
    r"EmailMultiAlternatives|smtplib)\b|core\.mail import.*EmailMessage"
)
ALLOWED = {
    # By allauth's adapter, whose letters are noted in the outbox.
    "kme_portal/accounts/forms.py",
    "kme_portal/mailings/smtp.py",
    "kme_portal/mailings/rendering.py",
    "kme_portal/mailings/delivery.py",
}


def test_nothing_but_the_outbox_sends_mail():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in ALLOWED
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if SENDS.search(line.partition("#")[0])
    ]

    assert found == []
