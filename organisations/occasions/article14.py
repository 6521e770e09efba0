"""The letter that tells people where the office has their address from."""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings import quiet
from kme_portal.mailings.letters import Occasion, Recipient, Verdict, letter
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Lane, Message, MessageStatus
from organisations.models import Representative


@letter("organisations.article14_notice")
class Article14Notice(Occasion):
    """Tells people whose address came from somebody else that the office holds it.

    Once a person, before any invitation. `informed_at` is set when the mail has left; until then
    `Representative.why_not_invited` keeps invitations back.
    """

    title = _("Notice: where the office has your address from (Article 14)")
    template = "organisations/mail/article14_notice.html"
    model = Representative
    lane = Lane.BULK

    def things(self, now: datetime) -> QuerySet[Representative]:
        return (
            Representative.objects.to_be_informed()
            .current(localdate(now))
            .exclude(is_demo=True)
            .without_message(self.kind)
        )

    def recipients(self, thing: Representative):
        yield Recipient(thing.email, thing.language, id=thing.pk)

    def not_before(self, thing: Representative, now: datetime) -> datetime:
        # Volunteers read this first letter of the office; it can wait for the morning.
        return quiet.next_allowed(now)

    def is_current(self, about: Representative, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if about.informed_at is None and about.needs_notice else Verdict.NO

    def context(self, about: Representative, message: Message) -> dict:
        return {
            "source": about.source,
            "function": about.function,
            "organisation": about.organisation,
            "data_url": data_url(about),
            "privacy_url": f"{settings.PORTAL_URL}{reverse('pages:datenschutz')}",
        }

    def settled(self, message: Message, now: datetime) -> None:
        if message.status == MessageStatus.SENT:
            Representative.objects.filter(pk=message.about_id, informed_at=None).update(
                informed_at=now
            )


def data_url(person: Representative) -> str:
    """The person's own page about what is stored, in the language of the letter."""
    token = make_token("person-data", person.public_id)
    return f"{settings.PORTAL_URL}{reverse('organisations:my_data', args=[token])}"
