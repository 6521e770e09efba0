"""Another's world: a row of everything that somebody can own, and that nobody else may touch.

Its rows have numbers of their own, the first of every table the same, so that one number names
something of another's whatever is asked for; and every text of it says whose it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from dialogues.models import TopicVisibility
from events.models import EventVisibility
from events.services.places import NeedsEntry
from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import DataLink, DataRequest, UnsentForm
from organisations.models import TermKind
from organisations.services import claiming
from tests.factories import (
    make_audience,
    make_campaign,
    make_case,
    make_draft,
    make_event,
    make_invitation,
    make_message,
    make_organisation,
    make_party,
    make_pool,
    make_recipient,
    make_registration,
    make_term,
    make_user,
    make_venue,
)
from tests.factories.dialogues import make_forum, make_recommendation, make_topic
from tests.factories.files import make_picture
from tests.factories.funding import make_project
from tests.factories.my_association import (
    make_affiliation,
    make_change,
    make_editor,
    make_role_invitation,
)
from tests.factories.places import make_session
from tests.hostile.rows import Key, rows_now

FIRST = 777_001
THEIRS = "Fremdgut"


def make_strangers() -> dict[Key, str]:
    """The rows of somebody else: an association, what it is invited to, and who acts for it."""
    before = rows_now()
    with _numbers_of_their_own():
        _make()
    after = rows_now()
    return {key: row for key, row in after.items() if key not in before}


def _make() -> None:
    now = timezone.now()
    user = make_user(email="fremdgut@anderswo.example", name=THEIRS)
    verein = make_organisation(
        name=THEIRS,
        slug="fremdgut",
        logo_image=make_picture(alt=THEIRS),
        description=THEIRS,
        level="state",
    )
    make_editor(organisation=verein, user=user, name=THEIRS, function=_retired("function"))
    for change in (make_change, make_role_invitation):
        change(organisation=verein)
    umbrella = make_organisation(name=f"{THEIRS} oben", slug="fremdgut-oben")
    make_affiliation(member=verein, umbrella=umbrella, confirmed_by_umbrella_on=None)
    event = make_event(
        title=THEIRS,
        slug="fremdgut",
        visibility=EventVisibility.INVITATION,
        organiser=verein,
        venue=make_venue(name=THEIRS, organisation=verein),
        kind=_retired("event_kind"),
    )
    pool = make_pool(event=event)
    make_session(pool, title=THEIRS)
    needs = NeedsEntry(access=THEIRS)
    make_party(pool=pool, email="fremdgut@anderswo.example", guests=[THEIRS], needs=needs)
    invitation = make_invitation(organisation=verein, event=event)
    make_recipient(invitation=invitation)
    make_campaign(event=event, audience=make_audience(name=THEIRS, includes=[verein]))
    make_draft(name=THEIRS, email="fremdgut@anderswo.example")
    make_registration(name=f"{THEIRS} neu", email="fremdgut-neu@anderswo.example")
    claiming.ask(
        organisation=verein,
        email="fremdgut-kasse@anderswo.example",
        name=THEIRS,
        words=THEIRS,
        language="de",
        now=now,
    )
    for purpose in ("invitations", "needs"):
        give_consent(email=user.email, purpose=purpose, language="de")
    DataLink.objects.create(email=user.email, language="de")
    DataRequest.objects.create(kind="erasure", email=user.email, due_on=timezone.localdate())
    UnsentForm.objects.create(user=user, key_digest="fremd", content="", kept_at=now)
    make_case(name=THEIRS, message=THEIRS, email=user.email)
    make_message(email=user.email, about_id=verein.pk)
    topic = make_topic(title=THEIRS, slug="fremdgut", visibility=TopicVisibility.FORUM)
    make_recommendation(title=THEIRS, topic=topic)
    make_forum(name=THEIRS, slug="fremdgut", is_published=False)
    make_project(title=THEIRS, slug="fremdgut", is_published=False, carrier=verein)


def _retired(kind: str):
    """A term that nobody is offered any more."""
    return make_term(TermKind(kind), slug=f"fremdgut-{kind}", name=THEIRS, is_retired=True)


@contextmanager
def _numbers_of_their_own() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
        )
        stood = cursor.fetchall()
        for name, _last in stood:
            cursor.execute("SELECT setval(%s, %s, false)", [f'"{name}"', FIRST])
        try:
            yield
        finally:
            for name, last in stood:
                cursor.execute("SELECT setval(%s, %s, %s)", [f'"{name}"', last or 1, bool(last)])
