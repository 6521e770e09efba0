"""From a letter to a mail: rendered when it leaves, in the recipient's language, never stored."""

import re
from dataclasses import dataclass
from email.utils import parseaddr
from functools import lru_cache
from html import unescape
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from kme_portal.mailings.addresses import digest, new_message_id
from kme_portal.mailings.letters import Attachment, Letter, letters
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Message
from kme_portal.mailings.plaintext import as_text

UNSUBSCRIBE = "unsubscribe"


@dataclass(frozen=True)
class Rendered:
    subject: str
    html: str
    text: str


@lru_cache(maxsize=1)
def _inliner():
    # Here, since web processes show a letter now and then, and send none.
    import css_inline

    # Mail readers ignore style sheets; rules for dark screens cannot be inlined and stay.
    return css_inline.CSSInliner(
        extra_css=(settings.BASE_DIR / "frontend" / "css" / "mail.css").read_text(),
        keep_at_rules=True,
        load_remote_stylesheets=False,
    )


def unsubscribe_url(email: str, language: str) -> str:
    """Link that blocks the address: it holds a keyed digest, since rows are emptied in time."""
    with translation.override(language):
        path = reverse("mailings:unsubscribe", args=[make_token(UNSUBSCRIBE, digest(email))])
    return settings.PORTAL_URL + path


def render(letter: Letter, about: Any, message: Message) -> Rendered:
    """Subject, HTML and text of the letter as it would leave now."""
    with translation.override(message.language):
        context = {
            "message": message,
            "portal_url": settings.PORTAL_URL,
            "office_email": settings.OFFICE_EMAIL,
            "unsubscribe_url": unsubscribe_url(message.email, message.language)
            if letter.list_mail
            else "",
        } | letter.context(about, message)
        html = render_to_string(letter.template, context)
    return Rendered(subject=_subject_of(html), html=_inliner().inline(html), text=as_text(html))


def preview(
    letter: Letter, about: Any, *, language: str, email: str, data: dict | None = None
) -> Rendered:
    """The letter as this recipient would get it now; nothing is noted or sent."""
    message = Message(
        kind=letter.kind,
        email=email,
        language=language,
        about_id=about.pk if about is not None else None,
        data=data or {},
        message_id=new_message_id(),
    )
    return render(letter, about, message)


def show(message: Message) -> Rendered | None:
    """A noted mail for the eyes of the office; None when what it was about is gone.

    Links keep the portal's address only: they answer, sign in or unsubscribe for the recipient.
    """
    if not message.email or message.kind not in letters:
        return None
    letter = letters[message.kind]
    about = letter.about(message)
    if about is None and letter.model is not None:
        return None
    rendered = render(letter, about, message)
    links = re.compile(re.escape(settings.PORTAL_URL) + r"/[^\s\"'<>]+")
    return Rendered(
        subject=rendered.subject,
        html=links.sub(f"{settings.PORTAL_URL}/…", rendered.html),
        text=links.sub(f"{settings.PORTAL_URL}/…", rendered.text),
    )


def build(letter: Letter, about: Any, message: Message) -> EmailMultiAlternatives:
    """The whole mail for one recipient, with its headers and parts."""
    rendered = render(letter, about, message)
    mail = EmailMultiAlternatives(
        subject=rendered.subject,
        body=rendered.text,
        from_email=return_path(message),
        to=[message.email],
        headers=_headers(letter, message),
    )
    mail.attach_alternative(rendered.html, "text/html")
    with translation.override(message.language):
        for attachment in letter.attachments(about, message):
            _attach(mail, attachment)
    return mail


def return_path(message: Message) -> str:
    """Where bounces go: with a return mailbox, an address that names the mail (VERP)."""
    if not settings.RETURN_MAILBOX_URL:
        return settings.DEFAULT_FROM_EMAIL
    local, _at, domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")
    return f"{local}+{message.random_part}@{domain}"


def _subject_of(html: str) -> str:
    title = html.partition("<title>")[2].partition("</title>")[0]
    return " ".join(unescape(title).split())


def _headers(letter: Letter, message: Message) -> dict[str, str]:
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Reply-To": settings.OFFICE_EMAIL,
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",
        # Exchange answers automatically unless told not to.
        "X-Auto-Response-Suppress": "OOF, AutoReply",
    }
    if letter.list_mail:
        url = unsubscribe_url(message.email, message.language)
        headers["List-Unsubscribe"] = f"<{url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _attach(mail: EmailMultiAlternatives, attachment: Attachment) -> None:
    # With its method a calendar is an alternative: the reader's program shows an invitation.
    # As a mere attachment most show a file.
    if attachment.mimetype.startswith("text/calendar") and "method=" in attachment.mimetype:
        mail.attach_alternative(attachment.content.decode(), attachment.mimetype)
    else:
        mail.attach(attachment.filename, attachment.content, attachment.mimetype)
