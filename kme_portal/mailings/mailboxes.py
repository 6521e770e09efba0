"""The return mailbox over IMAP, POP3 or as a Maildir: what lies in it, and what is done with it."""

import imaplib
import mailbox
import poplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

TIMEOUT = 20
AT_ONCE = 200
"""Mails read in one visit; the next visit comes within minutes."""

Judge = Callable[[bytes], bool]
"""Looks at a mail and tells whether it was a bounce and may go."""


class UnknownMailbox(ValueError):
    """RETURN_MAILBOX_URL has a scheme that is none of imap, imaps, pop3, pop3s, maildir."""


def read(url: str, judge: Judge) -> int:
    """Show each new mail to `judge`; bounces are deleted, what people wrote stays.

    Number of bounces. Raises OSError, imaplib's or poplib's error when the mailbox is away.
    """
    parts = urlsplit(url)
    reader = READERS.get(parts.scheme)
    if reader is None:
        raise UnknownMailbox(parts.scheme)
    return reader(parts, judge)


def _from_maildir(parts, judge: Judge) -> int:
    box = mailbox.Maildir(unquote(parts.path), factory=None, create=False)
    bounces = 0
    unread = [key for key, mail in box.iteritems() if "S" not in mail.get_flags()]
    for key in unread[:AT_ONCE]:
        mail = box[key]
        if judge(box.get_bytes(key)):
            box.remove(key)
            bounces += 1
        else:
            mail.set_subdir("cur")
            mail.add_flag("S")
            box[key] = mail
    box.close()
    return bounces


@contextmanager
def _imap(parts) -> Iterator[imaplib.IMAP4]:
    secure = parts.scheme == "imaps"
    connect = imaplib.IMAP4_SSL if secure else imaplib.IMAP4
    box = connect(parts.hostname, parts.port or (993 if secure else 143), timeout=TIMEOUT)
    try:
        box.login(unquote(parts.username or ""), unquote(parts.password or ""))
        yield box
    finally:
        box.logout()


def _from_imap(parts, judge: Judge) -> int:
    folder = unquote(parts.path).strip("/") or "INBOX"
    bounces = 0
    with _imap(parts) as box:
        box.select(f'"{folder}"')
        _answer, found = box.uid("SEARCH", "UNSEEN")
        for uid in found[0].split()[:AT_ONCE]:
            # PEEK leaves it unread: a reader that dies here reads it again.
            _answer, fetched = box.uid("FETCH", uid, "(BODY.PEEK[])")
            content = next((item[1] for item in fetched if isinstance(item, tuple)), None)
            if content is None:
                continue
            is_bounce = judge(content)
            box.uid("STORE", uid, "+FLAGS", r"(\Seen \Deleted)" if is_bounce else r"(\Seen)")
            bounces += is_bounce
        box.expunge()
    return bounces


def _from_pop3(parts, judge: Judge) -> int:
    secure = parts.scheme == "pop3s"
    connect = poplib.POP3_SSL if secure else poplib.POP3
    box = connect(parts.hostname, parts.port or (995 if secure else 110), timeout=TIMEOUT)
    bounces = 0
    try:
        box.user(unquote(parts.username or ""))
        box.pass_(unquote(parts.password or ""))
        # POP3 knows no "read": what is no bounce stays and is looked at again, newest first.
        newest = range(len(box.list()[1]), 0, -1)
        for number in list(newest)[:AT_ONCE]:
            if judge(b"\r\n".join(box.retr(number)[1])):
                box.dele(number)
                bounces += 1
    finally:
        box.quit()
    return bounces


READERS = {
    "maildir": _from_maildir,
    "imap": _from_imap,
    "imaps": _from_imap,
    "pop3": _from_pop3,
    "pop3s": _from_pop3,
}
