"""The server that takes every mail and passes none on."""

from aiosmtpd.smtp import SMTP, Envelope, Session

from kme_portal.standalone.catcher.mailbox import Mailbox


class Catcher:
    """aiosmtpd calls this for each mail."""

    def __init__(self, mailbox: Mailbox):
        self.mailbox = mailbox

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        self.mailbox.put(content, sender=envelope.mail_from or "", recipients=envelope.rcpt_tos)
        return "250 Kept"
