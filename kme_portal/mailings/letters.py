"""Kinds of letter: each app registers its own in a module `occasions`.

A letter that a service sends at once needs `context` and `is_current`; one that falls due by
itself adds `things` and `recipients`, which the beat asks every minute.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.db.models import Model, QuerySet

from kme_portal.base.registries import Registry
from kme_portal.mailings.models import Lane, Message


class Verdict(Enum):
    """Whether a mail is still true at the moment it leaves."""

    YES = "yes"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True)
class Recipient:
    """Somebody a letter would go to, or why not (a translated sentence for the office).

    `id` is the key of the recipient's own row (such as an InvitationRecipient), so that two
    people at one thing get one mail each; `data` holds further ids for `context`.
    """

    email: str
    language: str
    id: int | None = None
    name: str = ""
    why_not: str = ""
    data: dict[str, Any] | None = None


@dataclass(frozen=True)
class Attachment:
    """A part beside the text, such as a calendar: type with parameters, and bytes."""

    filename: str
    content: bytes
    mimetype: str


class Letter:
    """One kind of mail. Subclass, decorate with `@letter`, and give it a template.

    The template `templates/<app>/mail/<name>.html` extends `mail/base.html` and fills the
    blocks `subject` (neutral: no religion, no title that tells it) and `body`; the text part is
    derived from it. It is rendered in the recipient's language with `context` plus `message`,
    `portal_url` and, for list mail, `unsubscribe_url`.
    """

    kind: str
    title: str
    """What the office calls it, translated."""
    template: str
    model: type[Model] | None = None
    """What `about_id` points to."""
    lane: Lane = Lane.NORMAL
    list_mail: bool = False
    """Keeps quiet hours, bears List-Unsubscribe, stops for whoever unsubscribed."""

    def about(self, message: Message) -> Model | None:
        """The row it is about; None when gone (the mail then expires) or when it has no model."""
        return None if self.model is None else self.rows().filter(pk=message.about_id).first()

    def rows(self) -> QuerySet:
        """What it may be about, with all that `context` and `is_current` read of it."""
        return self.model._default_manager.all()

    def context(self, about: Any, message: Message) -> dict[str, Any]:
        raise NotImplementedError

    def is_current(self, about: Any, message: Message, now: datetime) -> Verdict:
        return Verdict.YES

    def attachments(self, about: Any, message: Message) -> Iterable[Attachment]:
        return ()

    def stale_after(self, about: Any) -> datetime | None:
        """The moment after which it is of no use; it then expires unsent."""
        return None

    def settled(self, message: Message, now: datetime) -> None:
        """Called whenever the outbox has set a final status, in that same transaction.

        For what must be known after the message was emptied, such as that somebody was invited.
        Runs while others' mails wait: one short UPDATE at most, and it must not fail.
        """


class Occasion(Letter):
    """A letter that falls due by itself."""

    def things(self, now: datetime) -> QuerySet:
        """What it is due about: only rows without a message of this kind and version."""
        raise NotImplementedError

    def recipients(self, thing: Any) -> Iterator[Recipient]:
        raise NotImplementedError

    def version(self, thing: Any) -> int:
        return 0

    def not_before(self, thing: Any, now: datetime) -> datetime:
        return now


letters: Registry[Letter] = Registry()


def letter(kind: str):
    """Register a kind of letter under its name, such as "events.invitation"."""

    def register(cls: type[Letter]) -> type[Letter]:
        cls.kind = kind
        letters.register(kind, cls())
        return cls

    return register


def title_of(kind: str) -> str:
    """What the office calls this kind; the name itself where no app knows it any more."""
    return letters[kind].title if kind in letters else kind
