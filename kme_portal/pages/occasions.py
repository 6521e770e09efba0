"""Letters about messages and barrier reports; none repeats what a stranger typed."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings.letters import Letter, Verdict, letter
from kme_portal.mailings.models import Lane
from kme_portal.pages.models import Case, CaseReply, CaseStatus, ReplyKind


@letter("pages.case_arrived")
class CaseArrived(Letter):
    """Tells the office that something came in; what it says is read in the portal alone."""

    title = _("A message or report has arrived")
    template = "pages/mail/case_arrived.html"
    model = Case

    def is_current(self, about, message, now):
        return Verdict.NO if about.status == CaseStatus.CLOSED else Verdict.YES

    def context(self, about, message):
        address = reverse("admin:pages_case_change", args=[about.pk])
        return {"case": about, "link": settings.PORTAL_URL + address}


@letter("pages.case_received")
class CaseReceived(Letter):
    """Confirms what came in, says by when there is a reply, and whom else to turn to."""

    title = _("We have received your message")
    template = "pages/mail/case_received.html"
    model = Case

    def is_current(self, about, message, now):
        return Verdict.YES if about.email else Verdict.NO

    def context(self, about, message):
        return {"case": about}


@letter("pages.case_reply")
class CaseReplied(Letter):
    """The office's interim reply or answer."""

    title = _("Reply to a message or report")
    template = "pages/mail/case_reply.html"
    model = CaseReply
    lane = Lane.NORMAL

    def rows(self):
        return CaseReply.objects.select_related("case")

    def is_current(self, about, message, now):
        return Verdict.YES if about.case.email else Verdict.NO

    def context(self, about, message):
        return {
            "case": about.case,
            "reply": about,
            "is_interim": about.kind == ReplyKind.INTERIM,
        }
