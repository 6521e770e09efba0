"""Send-outs in the admin: written, previewed, tested, sent, followed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Campaign, CampaignStatus, Delivery, InvitationRecipient
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from tests.factories import (
    make_audience,
    make_campaign,
    make_event,
    make_invitation,
    make_recipient,
    make_representative,
)
from tests.factories.inviting import start
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
PAGES = ["change", "recipients", "preview", "send", "follow"]


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


def url(campaign, name, *args):
    return reverse(f"admin:events_campaign_{name}", args=[campaign.pk, *args])


def written(**given):
    """What a coordinator types in the form, on top of the texts that stand there already."""
    usual = {
        "event": make_event().pk,
        "audience": make_audience().pk,
        "reminder_days": 5,
        "subject_de": "Einladung zum {datum}",
        "text_de": "wir laden {verein} ein.",
    }
    return usual | given


def test_the_form_begins_with_texts_in_four_languages(office):
    html = office.get(reverse("admin:events_campaign_add")).content.decode()

    assert html.count("{verein}") >= 4


def test_a_send_out_is_written_and_leads_on_to_its_recipients(office):
    answered = office.post(reverse("admin:events_campaign_add"), written())

    campaign = Campaign.objects.get()
    assert answered.status_code == 302
    assert answered.url == url(campaign, "recipients")
    assert campaign.created_by is not None


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text_de", "Liebe {anrede}"),
        ("subject_de", "{veranstaltung} am {datum}"),
        ("subject_tr", "{verein}"),
        ("subject_de", "Einladung zum Iftar der Moscheegemeinden"),
        ("subject_tr", "Cemevi toplantısı"),
        ("text_en", "Only a text and no subject"),
    ],
)
def test_what_the_reader_must_not_see_is_an_error_beside_its_field(office, field, typed):
    answered = office.post(reverse("admin:events_campaign_add"), written(**{field: typed}))

    assert answered.status_code == 200
    errors = answered.context["adminform"].form.errors
    assert {name.partition("_")[0] for name in errors} <= {"subject", "text"}
    assert errors
    assert not Campaign.objects.exists()


def test_a_circular_knows_no_event(office):
    answered = office.post(
        reverse("admin:events_campaign_add"), written(event="", text_de="am {datum}")
    )

    assert "text_de" in answered.context["adminform"].form.errors


@pytest.mark.parametrize("event", [True, False])
@pytest.mark.parametrize(
    "status",
    [
        CampaignStatus.DRAFT,
        CampaignStatus.SCHEDULED,
        CampaignStatus.SENDING,
        CampaignStatus.PAUSED,
        CampaignStatus.SENT,
        CampaignStatus.CANCELLED,
    ],
)
def test_every_page_opens_in_every_status(office, status, event):
    make_representative()
    campaign = make_campaign(status=status, **({} if event else {"event": None}))

    for name in PAGES:
        assert office.get(url(campaign, name)).status_code == 200


def test_what_was_planned_can_no_longer_be_typed_in(office):
    campaign = make_campaign(status=CampaignStatus.SCHEDULED)

    answered = office.post(url(campaign, "change"), written(subject_de="Anders"))

    campaign.refresh_from_db()
    assert answered.status_code == 403
    assert campaign.subject_de == "Einladung zum {datum}"


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_other_groups_of_the_office_send_nothing(client_as, group):
    make_representative()
    campaign = make_campaign()
    client = client_as(group)

    for name in ("send", "test"):
        assert client.post(url(campaign, name), {"when": "now"}).status_code == 403
    assert client.post(url(campaign, "step", "abbrechen")).status_code == 403
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.DRAFT


def test_looking_sends_nothing(office):
    make_representative()
    campaign = make_campaign()

    for name in ("test",):
        assert office.get(url(campaign, name)).status_code == 404
    for step in ("zurueckholen", "anhalten", "fortsetzen", "abbrechen", "nochmals"):
        assert office.get(url(campaign, "step", step)).status_code == 404
    assert not Message.objects.exists()


def test_the_recipients_page_names_who_gets_it_and_who_not_and_why(office):
    make_representative(name="Vorsitz Eins")
    make_representative(name="Vorsitz Zwei", may_be_invited=False)

    html = office.get(url(make_campaign(), "recipients")).content.decode()

    assert "Vorsitz Eins" in html
    assert html.index("Vorsitz Zwei") > html.index("Vorsitz Eins")


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
def test_the_letter_is_shown_as_it_will_arrive(office, language):
    campaign = make_campaign()

    answered = office.get(url(campaign, "letter", language))

    html = answered.content.decode()
    assert f'lang="{language}"' in html
    assert campaign.event.title in html
    assert "script-src" not in answered["Content-Security-Policy"]
    assert "default-src 'none'" in answered["Content-Security-Policy"]


def test_a_letter_in_an_unknown_language_is_not_found(office):
    assert office.get(url(make_campaign(), "letter", "xx")).status_code == 404


def test_a_test_goes_to_oneself_alone_and_can_be_repeated(office, mail_server):
    make_representative()
    campaign = make_campaign()

    for language in ("tr", "all"):
        office.post(url(campaign, "test"), {"language": language})
    deliver_all()

    assert len(mail_server.mails) == 5
    assert len(set(mail_server.recipients)) == 1
    assert not InvitationRecipient.objects.exists()


def test_a_send_out_is_planned_at_once_and_taken_back(office):
    make_representative()
    campaign = make_campaign()

    office.post(url(campaign, "send"), {"when": "now"})
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.SCHEDULED

    office.post(url(campaign, "step", "zurueckholen"))
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.DRAFT


def test_a_send_out_is_planned_for_a_moment_in_berlin_time(office):
    make_representative()
    campaign = make_campaign()
    day = timezone.localdate() + timedelta(days=2)

    office.post(url(campaign, "send"), {"when": "later", "send_at": f"{day:%Y-%m-%d}T09:30"})

    campaign.refresh_from_db()
    assert f"{timezone.localtime(campaign.send_at):%Y-%m-%d %H:%M}" == f"{day:%Y-%m-%d} 09:30"


@pytest.mark.parametrize("moment", ["", "kein Datum", "2020-01-01T10:00"])
def test_a_moment_that_cannot_be_meant_is_asked_again(office, moment):
    make_representative()
    campaign = make_campaign()

    answered = office.post(url(campaign, "send"), {"when": "later", "send_at": moment})

    assert "send_at" in answered.context["form"].errors
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.DRAFT


def test_a_second_click_says_that_it_is_planned_already(office):
    make_representative()
    campaign = make_campaign()

    office.post(url(campaign, "send"), {"when": "now"})
    again = office.post(url(campaign, "send"), {"when": "now"})

    assert again.status_code == 200
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.SCHEDULED


def test_the_send_out_is_followed_by_answer(office):
    campaign = make_campaign(status=CampaignStatus.SENT)
    unanswered = make_recipient(invitation=make_invitation(event=campaign.event, campaign=campaign))
    declined = make_recipient(
        invitation=make_invitation(event=campaign.event, campaign=campaign, status="declined")
    )

    html = office.get(url(campaign, "follow") + "?zeige=offen").content.decode()

    assert str(unanswered.invitation.organisation) in html
    assert str(declined.invitation.organisation) not in html


def test_the_list_of_what_came_of_it_takes_as_many_queries_for_three_as_for_one(
    office, django_assert_max_num_queries
):
    campaign = make_campaign(status=CampaignStatus.SENT)
    for _number in range(3):
        make_recipient(invitation=make_invitation(event=campaign.event, campaign=campaign))

    with django_assert_max_num_queries(18):
        office.get(url(campaign, "follow"))


def test_a_letter_that_came_back_is_sent_again_to_the_corrected_address(
    office, mail_server, settings
):
    settings.MAIL_QUIET_HOURS = False
    chair = make_representative(email="falsch@verein.example")
    campaign = start(make_campaign())
    mail_server.answers["RCPT"] = ["550 5.1.1 no such user"]
    ask_all(now=timezone.now())
    deliver_all()
    recipient = InvitationRecipient.objects.get()
    assert recipient.delivery == Delivery.UNDELIVERABLE
    chair.email = "richtig@verein.example"
    chair.save()

    office.post(url(campaign, "step", "nochmals"), {"recipient": recipient.pk})
    deliver_all()

    recipient.refresh_from_db()
    assert mail_server.recipients == ["richtig@verein.example"]
    assert recipient.delivery == Delivery.SENT


def test_a_link_is_revoked_for_one_person(office, client):
    recipient = make_recipient()
    campaign = recipient.invitation.campaign
    link = reverse("events:invitation", args=[recipient.token()])

    office.post(url(campaign, "step", "link-sperren"), {"recipient": recipient.pk})

    assert client.get(link).status_code == 404


def test_a_recipient_of_another_send_out_is_not_found(office):
    recipient = make_recipient()
    other = make_campaign(status=CampaignStatus.SENT)

    answered = office.post(url(other, "step", "link-sperren"), {"recipient": recipient.pk})

    recipient.refresh_from_db()
    assert answered.status_code == 404
    assert recipient.link_version == 0
