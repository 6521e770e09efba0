"""Once a year an association is asked whether its profile is still right."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings import quiet
from kme_portal.mailings.letters import Occasion, Recipient, Verdict, letter
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Lane, Message
from organisations.models import Organisation, OrganisationStatus, Representative
from organisations.occasions.my_association import portal_address

FIRST = "organisations.profile_check"
CHECK_LINK = "profile-check"
CHECK_AFTER = timedelta(days=365)
# After the first letter; the office is told after the last.
REMIND_AFTER = (timedelta(days=21), timedelta(days=42))
OFFICE_AFTER = timedelta(days=63)
EPOCH = date(2000, 1, 1)


def round_of(organisation: Organisation) -> int:
    """Which year's question it is: the days from 2000 to the last confirmation, 0 for none."""
    confirmed = organisation.last_confirmed_on
    return (confirmed - EPOCH).days if confirmed else 0


class DaysSinceEpoch(Func):
    template = "(%(expressions)s - DATE '2000-01-01')"
    output_field = IntegerField()


def to_be_confirmed(now: datetime) -> QuerySet[Organisation]:
    """Active associations nobody confirmed for a year."""
    long_ago = now - CHECK_AFTER
    return (
        Organisation.objects.active()
        .associations()
        .exclude(is_demo=True)
        .filter(
            Q(last_confirmed_on__lte=localdate(long_ago))
            | Q(last_confirmed_on=None, created_at__lte=long_ago)
        )
        .annotate(check_round=Coalesce(DaysSinceEpoch(F("last_confirmed_on")), Value(0)))
    )


def reachable(now: datetime) -> Exists:
    people = Representative.objects.invitable(localdate(now))
    return Exists(people.filter(organisation=OuterRef("pk")))


def asked_before(moment: datetime) -> Exists:
    """Whether this year's first letter was written by then."""
    return Exists(
        Message.objects.filter(
            kind=FIRST,
            about_id=OuterRef("pk"),
            version=OuterRef("check_round"),
            created_at__lte=moment,
        )
    )


def unanswered(now: datetime) -> QuerySet[Organisation]:
    """For the office: nobody answered the letters, or nobody can be written to."""
    rows = to_be_confirmed(now)
    return rows.filter(asked_before(now - OFFICE_AFTER) | ~reachable(now))


class ProfileCheck(Occasion):
    """Asks who may edit; where nobody may, everyone who may be written to."""

    model = Organisation
    lane = Lane.BULK
    template = "organisations/mail/profile_check.html"
    asked_since: timedelta | None = None

    def things(self, now: datetime) -> QuerySet[Organisation]:
        rows = to_be_confirmed(now).filter(reachable(now))
        if self.asked_since is not None:
            rows = rows.filter(asked_before(now - self.asked_since))
        return rows.without_message(self.kind, version=F("check_round"))

    def version(self, thing: Organisation) -> int:
        return round_of(thing)

    def recipients(self, thing: Organisation):
        people = thing.representatives.invitable(localdate())
        chosen = people.filter(may_edit=True) if people.filter(may_edit=True).exists() else people
        for person in chosen:
            yield Recipient(person.email, person.language, id=person.pk)

    def not_before(self, thing: Organisation, now: datetime) -> datetime:
        return quiet.next_allowed(now)

    def is_current(self, about: Organisation, message: Message, now: datetime) -> Verdict:
        is_same = message.version == round_of(about)
        is_active = about.status == OrganisationStatus.ACTIVE and about.merged_into_id is None
        return Verdict.YES if is_same and is_active else Verdict.NO

    def context(self, about: Organisation, message: Message) -> dict:
        person = Representative.objects.filter(pk=message.recipient_id).first()
        token = make_token(CHECK_LINK, person.public_id, message.version) if person else ""
        return {
            "organisation": about,
            "is_reminder": self.asked_since is not None,
            "confirmed_on": about.last_confirmed_on,
            "link": portal_address("profile_check", token or "-"),
        }


@letter(FIRST)
class FirstProfileCheck(ProfileCheck):
    title = _("Yearly question whether the profile is right")


@letter("organisations.profile_check_reminder")
class ProfileCheckReminder(ProfileCheck):
    title = _("First reminder of the yearly question about the profile")
    asked_since = REMIND_AFTER[0]


@letter("organisations.profile_check_last")
class LastProfileCheckReminder(ProfileCheck):
    title = _("Last reminder of the yearly question about the profile")
    asked_since = REMIND_AFTER[1]
