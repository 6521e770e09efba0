"""Letters of the tests' own; their templates lie in tests/mailings/templates."""

import os
import signal

from django.contrib.contenttypes.models import ContentType

from kme_portal.mailings.letters import (
    Attachment,
    Letter,
    Occasion,
    Recipient,
    Verdict,
    letter,
    letters,
)
from kme_portal.mailings.models import Lane

NOTICE = "tests.notice"
CIRCULAR = "tests.circular"
CALENDAR = "tests.calendar"
ABOUT = "tests.about"
SUBJECT = "tests.subject"
POISON = "tests.poison"
BROKEN = "tests.broken"

if NOTICE not in letters:

    @letter(NOTICE)
    class Notice(Letter):
        title = "Notice of the tests"
        template = "tests/mail/notice.html"

        def context(self, about, message):
            return {"words": message.data.get("words", "Hello")}

    @letter(CIRCULAR)
    class Circular(Notice):
        title = "Circular of the tests"
        lane = Lane.BULK
        list_mail = True

    @letter(CALENDAR)
    class Calendar(Notice):
        title = "Calendar of the tests"

        def attachments(self, about, message):
            calendar = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
            yield Attachment("date.ics", calendar, "text/calendar; method=REQUEST; charset=utf-8")
            yield Attachment("plan.pdf", b"%PDF-1.4", "application/pdf")

    @letter(ABOUT)
    class About(Notice):
        """About a row; any small table serves."""

        title = "Letter about a row"
        model = ContentType

    @letter(SUBJECT)
    class Subject(About):
        """About a row that may be gone or no longer true."""

        title = "Letter about a row that notes its state"
        told: list = []

        def is_current(self, about, message, now):
            return Verdict(message.data.get("verdict", "yes"))

        def settled(self, message, now):
            self.told.append((message.pk, message.status))
            if message.data.get("hook") == "fails":
                raise RuntimeError

    @letter(POISON)
    class Poison(Notice):
        title = "Ends its worker"

        def context(self, about, message):
            os.kill(os.getpid(), signal.SIGKILL)

    @letter(BROKEN)
    class Broken(Notice):
        title = "Cannot be made"

        def context(self, about, message):
            if message.data.get("database"):
                ContentType.objects.raw("SELECT nonsense")[0]
            raise LookupError("verein@verein.example")


def make_occasion(kind, **given) -> Occasion:
    """An occasion about the row `given["thing"]`, not among the registered ones."""

    class Made(Occasion):
        title = "Made for one test"
        template = "tests/mail/notice.html"
        model = ContentType

        def things(self, now):
            return given["things"](now) if "things" in given else [given["thing"]]

        def recipients(self, thing):
            yield from given.get("recipients", [Recipient("verein@verein.example", "de", id=1)])

        def stale_after(self, about):
            return given.get("stale_after")

        def version(self, thing):
            return given.get("version", 0)

        def context(self, about, message):
            return {"words": ""}

    made = Made()
    made.kind = kind
    return made
