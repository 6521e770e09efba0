"""What only the real workers of test_chaos know: an occasion that is due, a lock that is off."""

import os

from django.contrib.contenttypes.models import ContentType

from kme_portal.mailings import delivery
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from tests.mailings.letters import make_occasion

REMINDER = "tests.reminder"

if REMINDER not in letters:
    reminder = make_occasion(
        REMINDER, things=lambda now: ContentType.objects.filter(app_label="tests")
    )
    letters.register(REMINDER, reminder)

if os.environ.get("TESTS_CLAIM") == "off":
    # The negative control: no lock, no look at the status.
    delivery.START_NEXT = delivery.START_NEXT.replace("FOR UPDATE SKIP LOCKED", "")
    delivery.claim = lambda pk: Message.objects.get(pk=pk)
    Message.is_blocked = False
    Message.can_move_to = lambda self, target: True
