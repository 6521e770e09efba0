"""Letters of the tests' own; their templates lie in tests/mailings/templates."""

from kme_portal.mailings.letters import Letter, letter, letters
from kme_portal.mailings.models import Lane

NOTICE = "tests.notice"
CIRCULAR = "tests.circular"

if NOTICE not in letters:

    @letter(NOTICE)
    class Notice(Letter):
        title = "Notice of the tests"
        template = "tests/mail/notice.html"

        def context(self, about, message):
            return {"words": message.data.get("words", "Hello")}

    @letter(CIRCULAR)
    class Circular(Letter):
        title = "Circular of the tests"
        template = "tests/mail/notice.html"
        lane = Lane.BULK
        list_mail = True

        def context(self, about, message):
            return {"words": message.data.get("words", "Hello")}
