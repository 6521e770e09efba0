"""Every kind of letter about rows whose every text is hostile: shown as typed, and one mail."""

import email
import re
from email import policy

import pytest
from django.utils import timezone

from kme_portal.accounts import roles
from kme_portal.accounts.models import DataLink, Erasure, RoleEventKind
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import build
from kme_portal.pages.demonstration import loading
from kme_portal.pages.models import CaseReply
from organisations.models import Registration, TermKind
from tests.factories import make_campaign, make_circular_recipient, make_message, make_user
from tests.factories.accounts import make_role_request
from tests.factories.my_association import make_role_invitation
from tests.factories.organisations import make_term
from tests.factories.pages import make_case
from tests.hostile.typed import LINES, MARKUP, poison

pytestmark = pytest.mark.django_db

KINDS = sorted(kind for kind, _letter in letters.items() if not kind.startswith("tests."))
# What a letter needs beside the row it is about.
DATA = {"accounts.security_notice": lambda: {"event": "password_changed"}} | dict.fromkeys(
    ("events.invitation_sample", "events.circular_sample"), lambda: {"campaign": make_campaign().pk}
)


def rows_for_all_letters() -> dict[str, dict]:
    """The demonstration, and what it has no row of; the data that go with each kind."""
    loading.load(now=timezone.now())
    make_user().emailaddress_set.get_or_create(email="bekannt@test.example")
    roles.record(make_user(), RoleEventKind.CHANGED)
    make_role_request()
    Erasure.objects.create(digest="x", channel="link", rows=1)
    DataLink.objects.create(email="person@test.example", language="de")
    make_circular_recipient()
    make_role_invitation()
    CaseReply.objects.create(case=make_case(), kind="answer", text="Danke.")
    Registration.objects.update(refusal_reason=make_term(TermKind.REFUSAL_REASON))
    noted = {message.kind: message.data for message in Message.objects.order_by("pk")}
    return noted | {kind: make() for kind, make in DATA.items()}


def mails(vectors: list[str]):
    """Each kind as it would leave now, about the first row it could be about."""
    data = rows_for_all_letters()
    poison(vectors)
    for number, kind in enumerate(KINDS):
        letter = letters[kind]
        message = make_message(
            kind=kind, data=data.get(kind, {}), language=("de", "en", "tr", "ar")[number % 4]
        )
        row = letter.rows().first() if letter.model else letter.about(message)
        assert row is not None or letter.model is None, f"no row for {kind}"
        message.about_id = getattr(row, "pk", None)
        yield kind, build(letter, row, message)


def test_no_letter_runs_or_asks_for_what_was_typed(unguarded):
    caught = []
    for kind, mail in mails(MARKUP):
        html = mail.alternatives[0].content
        caught += [f"{kind}: {trace}" for trace in unguarded.opened(html)]
    assert caught == []


def test_no_typed_line_becomes_a_header_or_a_property_of_the_calendar():
    for kind, mail in mails(LINES):
        assert "\n" not in mail.subject, kind
        read = email.message_from_bytes(mail.message().as_bytes(), policy=policy.default)
        assert read["To"] == "verein@verein.example", kind
        assert read["Bcc"] is read["Cc"] is None, kind
        assert not read.defects, kind
        for part in read.walk():
            if part.get_content_type() == "text/calendar":
                properties = re.split(r"\r\n(?! )", part.get_content())
                assert not [line for line in properties if line.startswith("ATTENDEE")], kind
                assert properties.count("END:VEVENT") == properties.count("BEGIN:VEVENT"), kind
