"""The page with the caught mails: German, without script, for this machine only.

What a mail contains is shown in a frame that may run nothing and fetch nothing.
"""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from zoneinfo import ZoneInfo

from kme_portal.standalone.catcher.mailbox import MOST_SHOWN, Caught, Mailbox

BERLIN = ZoneInfo("Europe/Berlin")
STYLE = Path(__file__).with_name("page.css")
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# Links of a mail open in a window of their own: the portal refuses to be framed.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


class NotThere(Exception):
    """No such page or mail."""


def page_server(mailbox: Mailbox, port: int) -> ThreadingHTTPServer:
    class Handler(MailPage):
        caught = mailbox

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    return server


class MailPage(BaseHTTPRequestHandler):
    caught: Mailbox
    server_version = "mails"
    sys_version = ""

    def do_GET(self) -> None:
        # Another site could point a name of its own at this machine and read the mails.
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in ("localhost", "127.0.0.1"):
            self._send(421, "text/plain; charset=utf-8", "Nur über localhost erreichbar.".encode())
            return
        address = urlsplit(self.path)
        try:
            self._answer(address.path.strip("/").split("/"), parse_qs(address.query))
        except NotThere:
            body = f"{link('/', 'Alle E-Mails')}<h1>Diese E-Mail gibt es nicht</h1>"
            self._send(404, "text/html; charset=utf-8", document("Nicht gefunden", body))

    def _answer(self, steps: list[str], query: dict[str, list[str]]) -> None:
        match steps:
            case [""]:
                words = query.get("suche", [""])[0]
                page = document("E-Mails", list_of(self.caught.newest(words), words))
                self._send(200, "text/html; charset=utf-8", page)
            case ["page.css"]:
                self._send(200, "text/css; charset=utf-8", STYLE.read_bytes())
            case ["mail", key]:
                mail = self._mail(key)
                page = document(mail.subject, "".join(mail_parts(mail)))
                self._send(200, "text/html; charset=utf-8", page)
            case ["mail", key, "html"]:
                html = self._mail(key).body("html")
                if html is None:
                    raise NotThere
                content = with_local_images(in_new_windows(html), f"/mail/{key}", self._mail(key))
                self._send(200, "text/html; charset=utf-8", content.encode(), policy=MAIL_POLICY)
            case ["mail", key, "quelle.eml"]:
                source = self._mail(key).message.as_bytes()
                self._send(200, "message/rfc822", source, download="quelle.eml")
            case ["mail", key, "teil", number]:
                self._send_file(self._mail(key), number)
            case _:
                raise NotThere

    def _mail(self, key: str) -> Caught:
        mail = self.caught.get(key)
        if mail is None:
            raise NotThere
        return mail

    def _send_file(self, mail: Caught, number: str) -> None:
        part = {str(each): part for each, part in mail.files()}.get(number)
        if part is None:
            raise NotThere
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        shown = part.get_content_type() in ("image/png", "image/jpeg", "image/gif")
        kind = part.get_content_type() if shown else "application/octet-stream"
        self._send(200, kind, content, download=file_name(part, number))

    def _send(
        self,
        status: int,
        kind: str,
        content: bytes,
        *,
        policy: str = PAGE_POLICY,
        download: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        if download:
            self.send_header(
                "Content-Disposition", f"attachment; filename*=UTF-8''{quote(download)}"
            )
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Reading mails is no news."""


def document(title: str, body: str) -> bytes:
    return (
        '<!doctype html><html lang="de"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="/page.css"></head>'
        f"<body><main>{body}</main></body></html>"
    ).encode()


def link(address: str, text: str) -> str:
    return f'<p class="back"><a href="{escape(address)}">{escape(text)}</a></p>'


def list_of(mails: list[Caught], words: str) -> str:
    rows = "".join(
        f'<li><a href="/mail/{quote(mail.key)}"><bdi class="subject">{escape(mail.subject)}</bdi>'
        f'<span class="to">an <bdi>{escape(mail.recipients)}</bdi></span>'
        f'<time datetime="{mail.at.isoformat()}">{moment(mail)}</time></a></li>'
        for mail in mails
    )
    nothing = "Zu dieser Suche gibt es keine E-Mail." if words else "Noch keine E-Mail."
    number = "1 E-Mail" if len(mails) == 1 else f"{len(mails)} E-Mails"
    count = f"Die neuesten {number}" if len(mails) == MOST_SHOWN else number
    return (
        "<h1>E-Mails dieses Portals</h1>"
        "<p>Alles, was das Portal auf diesem Rechner verschickt, landet hier "
        "und verlässt ihn nicht.</p>"
        '<form role="search"><label for="suche">Empfänger oder Betreff</label>'
        f'<input type="search" id="suche" name="suche" value="{escape(words)}">'
        "<button>Suchen</button></form>"
        + (
            f'<p class="count">{count}</p><ol class="mails">{rows}</ol>'
            if mails
            else f"<p>{nothing}</p>"
        )
    )


def mail_parts(mail: Caught) -> Iterator[str]:
    yield link("/", "Alle E-Mails")
    yield f"<h1><bdi>{escape(mail.subject)}</bdi></h1><dl>"
    for name, value in (("Von", mail.sender), ("An", mail.recipients), ("Am", moment(mail))):
        yield f"<div><dt>{name}</dt><dd><bdi>{escape(value)}</bdi></dd></div>"
    yield "</dl>"
    if files := mail.files():
        yield "<h2>Anhänge</h2><ul>"
        for number, part in files:
            name, kind = file_name(part, str(number)), part.get_content_type()
            address = f"/mail/{quote(mail.key)}/teil/{number}"
            yield f'<li><a href="{address}">{escape(name)}</a> ({escape(kind)})</li>'
        yield "</ul>"
    if mail.body("html") is not None:
        yield (
            '<h2>Ansicht</h2><iframe title="Inhalt der E-Mail" '
            'sandbox="allow-popups allow-popups-to-escape-sandbox" '
            f'src="/mail/{quote(mail.key)}/html"></iframe>'
        )
    if (text := mail.body("plain")) is not None:
        yield f'<h2>Text</h2><pre dir="auto">{with_links(text)}</pre>'
    headers = "\n".join(f"{name}: {value}" for name, value in mail.message.items())
    yield f"<details><summary>Kopfzeilen</summary><pre>{escape(headers)}</pre></details>"
    yield f'<p><a href="/mail/{quote(mail.key)}/quelle.eml">Quelle herunterladen</a></p>'


def moment(mail: Caught) -> str:
    return mail.at.astimezone(BERLIN).strftime("%d.%m.%Y, %H:%M:%S Uhr")


def file_name(part: EmailMessage, number: str) -> str:
    given = part.get_filename()
    if given:
        return Path(given).name
    return "termin.ics" if part.get_content_type() == "text/calendar" else f"teil-{number}"


def with_links(text: str) -> str:
    pieces, end = [], 0
    for found in ADDRESS.finditer(text):
        address = escape(found[0])
        pieces += [
            escape(text[end : found.start()]),
            f'<a href="{address}" rel="noreferrer">{address}</a>',
        ]
        end = found.end()
    return "".join([*pieces, escape(text[end:])])


def in_new_windows(html: str) -> str:
    base = '<base target="_blank">'
    head = re.search(r"<head[^>]*>", html, re.IGNORECASE)
    return html[: head.end()] + base + html[head.end() :] if head else base + html


def with_local_images(html: str, address: str, mail: Caught) -> str:
    """Images sent along are named by their Content-ID."""
    for number, part in mail.files():
        if name := str(part.get("Content-ID") or "").strip("<> "):
            html = html.replace(f"cid:{name}", f"{address}/teil/{number}")
    return html
