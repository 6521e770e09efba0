"""Answering an invitation: by the link in the mail without an account, or from the desk."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views import View

from events.campaign_texts import facts
from events.deadlines import BERLIN
from events.forms.answering import AnswerForm
from events.models import (
    AnswerChannel,
    EventVisibility,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
    Party,
)
from events.services.inviting import (
    UNNAMED,
    AnswerRefused,
    InvitationClosed,
    answer_invitation,
    has_room_for_invited,
)
from events.services.places import PlacesRefused, standing_of
from events.session_words import chosen_sessions
from events.templatetags.events import clock, day
from kme_portal.base.models import IllegalTransition
from kme_portal.base.templatetags.portal import translated
from kme_portal.base.token_pages import TokenPageMixin
from kme_portal.base.words import dialled
from kme_portal.mailings.links import read_token
from organisations.models import Representative
from organisations.views.my_association.association import AssociationMixin

# What the pages read of an invitation.
SHOWN = (
    "organisation",
    "person",
    "answered_by__function",
    "event__venue",
    "event__kind",
)


def whom_to_ask(event) -> str:
    """Who answers questions about access, with a number to tap."""
    contact = format_html("<bdi>{}</bdi>", event.access_contact) if event.access_contact else ""
    if not event.access_phone:
        return contact
    return format_html(
        '{} <a href="tel:{}" dir="ltr">{}</a>',
        contact,
        dialled(event.access_phone),
        event.access_phone,
    )


class Answering:
    """What answering needs, however somebody came here: `invitation`, `person`, `address()`."""

    frame = "base.html"
    invitation: Invitation
    person: Representative

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    def address(self, name: str) -> str:
        """Of the page "invitation" or "invitation_accept", as this reader opens it."""
        raise NotImplementedError

    @property
    def email(self) -> str:
        return self.person.email

    def party(self):
        return (
            self.invitation.parties.living()
            .select_related("needs", "pool", "event")
            .prefetch_related("guests")
            .first()
        )

    def answer(self, **answer) -> Invitation:
        return answer_invitation(
            invitation_id=self.invitation.pk,
            channel=AnswerChannel.LINK,
            answered_by_id=self.person.pk,
            email=self.email,
            language=self.person.language,
            now=self.now,
            **answer,
        )

    def page(self, *, party=None, status: int = 200, **extra) -> HttpResponse:
        """The invitation as it stands: what it is, the answer so far, what can be done."""
        invitation = self.invitation
        event = invitation.event
        why_closed = invitation.why_closed(self.now)
        values = facts(event, invitee=invitation.invitee, seats=invitation.seats)
        context = {
            "invitation": invitation,
            "event": event,
            "facts": values,
            "rows": self.rows(values),
            "party": party,
            "names": [g.name for g in party.guests.all() if g.name != UNNAMED] if party else [],
            "seat_text": _standing_in_words(party) if party else "",
            "sessions": chosen_sessions(party) if party else [],
            "answered_words": self.answered_words(),
            "free_text": "" if why_closed or invitation.is_answered() else self.free_text(),
            "registration_url": self.registration_url(party),
            "why_closed": why_closed,
            "accept_url": self.address("invitation_accept"),
            "page_url": self.address("invitation"),
            "event_url": self.event_url(),
            "statuses": InvitationStatus,
            "frame": self.frame,
        }
        return render(self.request, "events/invitation_page.html", context | extra, status=status)

    def rows(self, values: dict[str, str]) -> list[tuple[str, str]]:
        """What one wants to know besides, in the order in which one asks."""
        event = self.invitation.event
        access = translated(event.venue, "access_note") if event.venue and event.is_on_site else ""
        return [
            (_("Where"), values["ort"]),
            (_("How to get in"), access),
            (_("For"), _("at most %(people)s") % {"people": values["plaetze"]}),
            (_("Questions"), whom_to_ask(event)),
        ]

    def answered_words(self) -> str:
        """When and how it was answered, by role and never by name: colleagues read it too."""
        invitation = self.invitation
        if not invitation.is_answered():
            return ""
        moment = timezone.localtime(invitation.answered_at, BERLIN)
        when = {"day": day(moment), "time": clock(moment)}
        if invitation.recorded_by_id:
            return _("Noted for you by the office on %(day)s at %(time)s.") % when
        if invitation.answered_by_id == self.person.pk:
            return _("You answered on %(day)s at %(time)s.") % when
        who = invitation.answered_by and invitation.answered_by.function
        if who:
            return _("Answered on %(day)s at %(time)s (%(function)s).") % (when | {"function": who})
        return _("Somebody of you answered on %(day)s at %(time)s.") % when

    def free_text(self) -> str:
        """Said before the answer, not after: whether seats are left."""
        if has_room_for_invited(self.invitation.event_id):
            return ""
        return _("No seat is free at the moment. If you accept, you wait in the order of answers.")

    def registration_url(self, party: Party | None) -> str:
        """Only for who answered: that page shows needs, which are nobody else's business."""
        if party is None or self.invitation.answered_by_id != self.person.pk:
            return ""
        return reverse("events:registration", args=[party.token()])

    def event_url(self) -> str:
        """The public page, where there is one for everybody."""
        event = self.invitation.event
        if event.visibility != EventVisibility.PUBLIC:
            return ""
        return event.get_absolute_url()


def _standing_in_words(party: Party) -> str:
    """Whether there are seats, and what happens where there are none."""
    standing = standing_of(party)
    if standing.is_seated:
        return _("Your seats are kept for you.")
    if standing.is_offered:
        return _("Seats are offered to you. The mail about it says until when you can take them.")
    if standing.is_waiting:
        return _(
            "All seats are taken. You are number %(position)s on the waiting list and move up "
            "by yourself; we tell you by mail."
        ) % {"position": standing.position}
    return ""


class ShowInvitation(Answering):
    """Shows the invitation and the answer; a POST says no."""

    def get(self, request, **kwargs):
        return self.page(party=self.party())

    def post(self, request, **kwargs):
        """Decline with one tap; told first where a colleague has answered otherwise since."""
        seen = request.POST.get("seen", "")
        if self.invitation.status == InvitationStatus.ACCEPTED and seen != str(
            self.invitation.version
        ):
            return self.page(party=self.party(), was_overtaken=True, status=409)
        try:
            self.answer(accepted=False)
        except (InvitationClosed, IllegalTransition, PlacesRefused):
            # The page now says what has changed.
            return redirect(self.address("invitation"))
        return redirect(self.address("invitation"))


class Accept(Answering):
    """Asks how many come and who; a POST says yes or changes the answer."""

    def get(self, request, **kwargs):
        if self.invitation.why_closed(self.now):
            return redirect(self.address("invitation"))
        party = self.party()
        return self.form_page(AnswerForm(invitation=self.invitation, party=party))

    def post(self, request, **kwargs):
        form = AnswerForm(request.POST, invitation=self.invitation, party=self.party())
        if not form.is_valid():
            return self.form_page(form, status=422)
        if form.was_overtaken():
            if form.says_the_same():
                return redirect(self.address("invitation"))
            return self.form_page(self.asked_again(form), was_overtaken=True, status=409)
        try:
            self.answer(
                accepted=True,
                guests=form.guests(),
                pool_kind=form.pool_kind(),
                needs=form.needs(),
                sessions=form.sessions(),
            )
        except (InvitationClosed, IllegalTransition):
            return redirect(self.address("invitation"))
        except (AnswerRefused, PlacesRefused) as refusal:
            form.add_error(None, refusal.message)
            return self.form_page(form, status=422)
        return redirect(self.address("invitation"))

    def asked_again(self, form: AnswerForm) -> AnswerForm:
        """The same answers once more, now knowing of the colleague's."""
        data = form.data.copy()
        data["seen"] = self.invitation.version
        return AnswerForm(data, invitation=self.invitation, party=form.party)

    def form_page(self, form: AnswerForm, *, status: int = 200, **extra) -> HttpResponse:
        invitation = self.invitation
        context = {
            "form": form,
            "invitation": invitation,
            "event": invitation.event,
            "facts": facts(invitation.event, invitee=invitation.invitee, seats=invitation.seats),
            "page_url": self.address("invitation"),
            "is_change": invitation.status == InvitationStatus.ACCEPTED,
            "full_text": "" if form.party else self.free_text(),
            "frame": self.frame,
        }
        return render(self.request, "events/invitation_accept.html", context | extra, status=status)


class InvitationMixin(TokenPageMixin):
    """By the link of a letter; `self.row` is the InvitationRecipient whose link it is."""

    def find_row(self, token: str) -> InvitationRecipient | None:
        read = read_token("invitation", token)
        if read is None:
            return None
        public_id, version = read
        return (
            InvitationRecipient.objects.filter(public_id=public_id, link_version=version)
            .select_related("person", *(f"invitation__{name}" for name in SHOWN))
            .first()
        )

    @property
    def invitation(self) -> Invitation:
        return self.row.invitation

    @property
    def person(self) -> Representative:
        return self.row.person

    def address(self, name: str) -> str:
        return reverse(f"events:{name}", args=[self.kwargs["token"]])


class InvitationView(InvitationMixin, ShowInvitation, View):
    pass


class AcceptView(InvitationMixin, Accept, View):
    pass


class MemberMixin(AssociationMixin):
    """Signed in, from the association's desk: whoever acts for it may answer, without a link."""

    needs_edit = False
    frame = "base_private.html"

    @cached_property
    def invitation(self) -> Invitation:
        return get_object_or_404(
            Invitation.objects.filter(organisation=self.organisation).select_related(*SHOWN),
            pk=self.kwargs["invitation"],
        )

    @property
    def person(self) -> Representative:
        return self.my_roles[0]

    @property
    def email(self) -> str:
        return self.request.user.email

    def address(self, name: str) -> str:
        return reverse(f"events:member_{name}", args=[self.organisation.pk, self.invitation.pk])


class MemberInvitationView(MemberMixin, ShowInvitation, View):
    pass


class MemberAcceptView(MemberMixin, Accept, View):
    pass
