from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kme_portal.mailings import pausing, services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import Message, MessageStatus, Pause, SuppressionReason
from tests.factories import make_message
from tests.mailings.letters import ABOUT, CIRCULAR

pytestmark = pytest.mark.django_db

LIST = "admin:mailings_message_changelist"
ADDRESS = "verein@verein.example"


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


def act(client, action, *rows):
    return client.post(
        reverse(LIST), {"action": action, "_selected_action": [row.pk for row in rows]}, follow=True
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_one_mail_as_for_three(
    office, number, django_assert_max_num_queries
):
    for _ in range(number):
        make_message()

    with django_assert_max_num_queries(14):
        response = office.get(reverse(LIST))

    assert "Notice of the tests" in response.content.decode()


def test_a_mail_is_looked_at_and_not_typed(office):
    message = make_message()

    page = office.get(reverse("admin:mailings_message_change", args=[message.pk]))

    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert office.get(reverse("admin:mailings_message_add")).status_code == 403


def test_failed_mails_are_sent_again_and_sent_ones_are_not(office):
    failed, sent = (make_message(status=status) for status in ("failed", "sent"))

    act(office, "send_again", failed, sent)

    failed.refresh_from_db()
    sent.refresh_from_db()
    assert (failed.status, sent.status) == (MessageStatus.QUEUED, MessageStatus.SENT)


def test_what_was_dealt_with_waits_no_longer(office):
    failed = make_message(status=MessageStatus.FAILED, settled_at=timezone.now())

    assert ADDRESS in office.get(reverse("admin:index")).content.decode()
    act(office, "deal_with", failed)
    assert ADDRESS not in office.get(reverse("admin:index")).content.decode()


def test_the_office_sees_the_mail_without_the_links_of_its_recipient(office):
    message = make_message(kind=CIRCULAR)

    page = office.get(reverse("admin:mailings_message_mail", args=[message.pk]))
    html = office.get(reverse("admin:mailings_message_html", args=[message.pk]))

    for shown in (page.content.decode(), html.content.decode()):
        assert "http://localhost:8000/…" in shown
        assert "localhost:8000/abbestellen" not in shown


def test_a_mail_is_shown_where_nothing_runs_and_nothing_is_loaded(office):
    message = make_message(data={"words": "<script>alert(1)</script>"})

    html = office.get(reverse("admin:mailings_message_html", args=[message.pk]))

    policy = html.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert html.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "<script" not in html.content.decode()


@pytest.mark.parametrize("given", [{"kind": ABOUT, "about_id": 0}, {"email": "", "status": "sent"}])
def test_a_mail_that_cannot_be_made_any_more_is_explained(office, given):
    message = make_message(**given)

    page = office.get(reverse("admin:mailings_message_mail", args=[message.pk]))

    assert page.status_code == 200
    assert "<iframe" not in page.content.decode()
    html = office.get(reverse("admin:mailings_message_html", args=[message.pk]))
    assert html.status_code == 404


def test_a_waiting_outbox_is_told_and_can_be_tried_at_once(office):
    pausing.pause(is_refusal=True, reason="535 wrong password", now=timezone.now())

    assert "535 wrong password" in office.get(reverse(LIST)).content.decode()
    office.post(reverse("admin:mailings_message_try_now"))

    assert pausing.may_try(timezone.now())
    assert Pause.objects.exists()


def test_trying_again_takes_a_button(office):
    assert office.get(reverse("admin:mailings_message_try_now")).status_code == 405


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_other_groups_see_no_mail(client_as, group):
    client, message = client_as(group), make_message()

    for name in ("change", "mail", "html"):
        url = reverse(f"admin:mailings_message_{name}", args=[message.pk])
        assert client.get(url).status_code == 403
    assert client.post(reverse("admin:mailings_message_try_now")).status_code == 403


def test_the_office_blocks_and_releases_an_address_without_the_portal_keeping_it(office):
    office.post(reverse("admin:mailings_suppression_add"), {"email": "Verein@Verein.example "})
    assert services.is_suppressed(ADDRESS)
    listed = office.get(reverse("admin:mailings_suppression_changelist"))
    assert ADDRESS not in listed.content.decode().lower()

    office.post(reverse("admin:mailings_suppression_release"), {"email": ADDRESS})
    assert not services.is_suppressed(ADDRESS)


def test_an_address_is_blocked_once_and_released_once(office):
    services.suppress(address_digest=digest(ADDRESS), reason=SuppressionReason.UNSUBSCRIBED)

    again = office.post(reverse("admin:mailings_suppression_add"), {"email": ADDRESS})
    other = office.post(reverse("admin:mailings_suppression_release"), {"email": "a@b.example"})

    assert again.context["adminform"].form.errors["email"]
    assert other.context["form"].errors["email"]


def test_data_protection_sees_that_addresses_are_blocked_and_releases_none(client_as):
    client = client_as("Datenschutz")

    assert client.get(reverse("admin:mailings_suppression_changelist")).status_code == 200
    url = reverse("admin:mailings_suppression_release")
    assert client.post(url, {"email": ADDRESS}).status_code == 403


def test_mails_due_for_an_hour_are_told_to_the_office(office):
    make_message(not_before=timezone.now() - timedelta(minutes=61))

    assert ADDRESS in office.get(reverse("admin:index")).content.decode()
    assert Message.objects.queued().exists()
