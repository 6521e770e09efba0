"""Pages of one send-out beside its form: recipients, preview, sending, what came of it."""

from datetime import timedelta

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from events.deadlines import answer_until, berlin_day
from events.forms.campaigns import SendForm
from events.models import Campaign, CampaignStatus, InvitationRecipient
from events.occasions.campaigns import sample_kind
from events.services import campaign_progress, campaigns, inviting
from events.services.campaign_recipients import plan
from kme_portal.base.models import IllegalTransition
from kme_portal.mailings import quiet
from kme_portal.mailings.letters import letters
from kme_portal.mailings.rendering import preview
from kme_portal.mailings.services import enqueue

PER_PAGE = 100
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FILTERS = [
    ("", gettext_lazy("all")),
    (campaign_progress.OPEN, gettext_lazy("no answer yet")),
    (campaign_progress.ACCEPTED, gettext_lazy("accepted")),
    (campaign_progress.DECLINED, gettext_lazy("declined")),
    (campaign_progress.UNDELIVERABLE, gettext_lazy("nobody reached")),
]


class CampaignPages:
    """Mixed into the admin of send-outs."""

    def campaign(self, request, pk: int) -> Campaign:
        """Raises PermissionDenied or Http404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        campaign = Campaign.objects.select_related("event__venue", "audience").filter(pk=pk).first()
        if campaign is None:
            raise Http404
        return campaign

    def go_to(self, campaign: Campaign, name: str) -> HttpResponse:
        return redirect(self.page_url(campaign, name))

    def steps(self, campaign: Campaign, current: str) -> list[tuple[str, str, bool]]:
        """Label, address and whether it is this page, in the order of the work."""
        pages = [
            ("text", _("1. Text"), "change"),
            ("recipients", _("2. Recipients"), "recipients"),
            ("preview", _("3. Preview and test"), "preview"),
            ("send", _("4. Send"), "send"),
            ("follow", _("5. What came of it"), "follow"),
        ]
        return [
            (label, self.page_url(campaign, address), name == current)
            for name, label, address in pages
            if name != "follow" or campaign.has_started()
        ]

    def page(self, request, campaign: Campaign, name: str, title: str, **context):
        return render(
            request,
            f"events/admin/campaign_{name}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.model._meta,
                "title": title,
                "campaign": campaign,
                "steps": self.steps(campaign, name),
                "may_send": self.may_send(request),
                "statuses": CampaignStatus,
                **context,
            },
        )

    def recipients_page(self, request, pk):
        campaign = self.campaign(request, pk)
        return self.page(
            request,
            campaign,
            "recipients",
            _("Who gets it"),
            plan=plan(campaign, now=timezone.now()),
            audience_url=self.audience_url(campaign),
        )

    def audience_url(self, campaign: Campaign) -> str:
        try:
            return reverse("admin:organisations_audience_change", args=[campaign.audience_id])
        except NoReverseMatch:
            return ""

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def preview_page(self, request, pk):
        campaign = self.campaign(request, pk)
        language = request.GET.get("sprache", "de")
        if language not in LANGUAGES:
            language = "de"
        return self.page(
            request,
            campaign,
            "preview",
            _("Preview"),
            letter=self.rendered(request, campaign, language),
            letter_url=self.page_url(campaign, "letter", language),
            language=language,
            languages=[(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
        )

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(
        csp(
            {
                "default-src": [NONE],
                "style-src": [UNSAFE_INLINE],
                "base-uri": [NONE],
                "form-action": [NONE],
                "frame-ancestors": [SELF],
                "sandbox": True,
            }
        )
    )
    def letter_page(self, request, pk, language):
        """The letter by itself: its styles are in it, as in a mail, and nothing else may load."""
        campaign = self.campaign(request, pk)
        if language not in LANGUAGES:
            raise Http404
        return HttpResponse(self.rendered(request, campaign, language).html)

    def rendered(self, request, campaign: Campaign, language: str):
        letter = letters[sample_kind(campaign)]
        return preview(
            letter,
            campaign,
            language=language,
            email=request.user.email,
            data={"campaign": campaign.pk, "is_preview": True},
        )

    def test_view(self, request, pk):
        """Send the letter to oneself, in one language or in all."""
        campaign = self.campaign(request, pk)
        self.require_post_by_sender(request)
        language = request.POST.get("language", "de")
        chosen = LANGUAGES if language == "all" else [language]
        for one in chosen:
            if one in LANGUAGES:
                enqueue(
                    sample_kind(campaign),
                    about=None,
                    to=request.user.email,
                    language=one,
                    data={"campaign": campaign.pk},
                )
        messages.success(request, _("The test is on its way to your mailbox."))
        return self.go_to(campaign, "preview")

    def send_page(self, request, pk):
        campaign = self.campaign(request, pk)
        now = timezone.now()
        form = SendForm()
        if request.method == "POST":
            self.require_post_by_sender(request)
            form = SendForm(request.POST)
            if form.is_valid():
                try:
                    campaigns.schedule_campaign(
                        campaign_id=campaign.pk, send_at=form.moment(), now=now
                    )
                except campaigns.CampaignNotReady as refusal:
                    form.add_error(None, refusal.message)
                except IllegalTransition as refusal:
                    form.add_error(None, refusal.message)
                else:
                    messages.success(request, _("The send-out is planned."))
                    return self.go_to(campaign, "send")
        is_draft = campaign.status == CampaignStatus.DRAFT
        return self.page(
            request,
            campaign,
            "send",
            _("Send"),
            form=form,
            plan=plan(campaign, now=now) if is_draft else None,
            why_not_ready=campaigns.why_not_ready(campaign, now=now) if is_draft else None,
            answer_day=berlin_day(answer_until(campaign.event) - timedelta(seconds=1))
            if campaign.event
            else None,
            first_leaves_at=quiet.next_allowed(campaign.send_at) if campaign.send_at else None,
        )

    STEPS = {
        "zurueckholen": (
            campaigns.recall_campaign,
            gettext_lazy("The send-out is a draft again. Nobody was written to."),
        ),
        "anhalten": (campaigns.pause_campaign, gettext_lazy("No letter leaves until you resume.")),
        "fortsetzen": (campaigns.resume_campaign, gettext_lazy("The letters leave again.")),
        "abbrechen": (
            campaigns.cancel_campaign,
            gettext_lazy("The send-out is stopped. Who has the letter can still answer."),
        ),
    }

    def step_view(self, request, pk, step):
        """Take back, pause, resume or stop; also send one letter again or revoke one link."""
        campaign = self.campaign(request, pk)
        self.require_post_by_sender(request)
        if step in ("nochmals", "link-sperren"):
            self.for_one_recipient(request, campaign, step)
            return self.go_to(campaign, "follow")
        if step not in self.STEPS:
            raise Http404
        service, said = self.STEPS[step]
        try:
            service(campaign_id=campaign.pk)
        except IllegalTransition as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, said)
        return self.go_to(campaign, "send")

    def for_one_recipient(self, request, campaign: Campaign, step: str) -> None:
        recipient = InvitationRecipient.objects.filter(
            invitation__campaign=campaign, pk=_number(request.POST.get("recipient"))
        ).first()
        if recipient is None:
            raise Http404
        if step == "link-sperren":
            inviting.revoke_link(recipient_id=recipient.pk)
            messages.success(request, _("This link opens nothing any more."))
            return
        try:
            inviting.write_again(recipient_id=recipient.pk)
        except (inviting.AnswerRefused, IllegalTransition) as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The letter is sent again."))

    def follow_page(self, request, pk):
        campaign = self.campaign(request, pk)
        show = request.GET.get("zeige", "")
        if campaign.is_circular:
            rows = campaign.circular_recipients.select_related(
                "person__organisation", "person__function"
            ).order_by("person__organisation__name", "pk")
        else:
            rows = campaign_progress.followed(campaign, show=show)
        return self.page(
            request,
            campaign,
            "follow",
            _("What came of it"),
            progress=campaign_progress.progress(campaign),
            rows=Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
            filters=FILTERS,
            show=show,
        )

    def require_post_by_sender(self, request) -> None:
        if not self.may_send(request):
            raise PermissionDenied
        if request.method != "POST":
            raise Http404


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 18 else None
