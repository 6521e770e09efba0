"""What every page of the office's admin has: plain words, nothing that nobody needs."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import cases
from kme_portal.accounts.models import Channel, ReadLog
from tests.factories import make_event, make_organisation, make_staff, make_user
from tests.factories.dialogues import make_topic

pytestmark = pytest.mark.django_db


def text_of(client, name, *args) -> str:
    return client.get(reverse(f"admin:{name}", args=args)).content.decode()


def test_a_list_is_called_by_what_is_in_it(client_as):
    page = text_of(client_as("Koordination"), "organisations_organisation_changelist")

    assert "<h1>Organisationen</h1>" in page
    assert "auswählen" not in page


def test_a_group_of_lists_is_called_by_its_name(client_as):
    page = client_as("Koordination").get(reverse("admin:app_list", args=["organisations"]))

    assert "<h1>Vereine</h1>" in page.content.decode()


def test_an_empty_list_says_so_and_a_search_without_hits_says_something_else(client_as):
    client = client_as("Koordination")
    make_organisation(name="Verein")

    assert "Hier ist noch nichts eingetragen." in text_of(client, "organisations_import_changelist")
    found = client.get(reverse("admin:organisations_organisation_changelist"), {"q": "zzzzqq"})
    assert "Nichts gefunden." in found.content.decode()


def test_a_record_is_called_by_its_name(client_as):
    topic = make_topic(title="Pflege")

    page = text_of(client_as("Koordination"), "dialogues_topic_change", topic.pk)

    assert "<h1>Pflege</h1>" in page


def test_other_languages_stand_apart_and_are_named(client_as):
    topic = make_topic()

    page = text_of(client_as("Koordination"), "dialogues_topic_change", topic.pk)

    assert page.index(">Türkisch<") < page.index("Titel (Türkisch)")
    assert "[tr]" not in page


def test_who_answers_for_something_is_of_the_office(client_as):
    outside = make_user(email="ehrenamt@verein.example", name="Aus dem Verein")
    inside = make_staff("Datenschutz", email="innen@office.example", name="Aus dem Haus")

    case = cases.receive_request(
        kind="access", email="", language="de", channel=Channel.LETTER, now=timezone.now()
    )
    page = text_of(client_as("Datenschutz"), "accounts_datarequest_change", case.pk)

    assert str(inside) in page
    assert str(outside) not in page


def test_beside_a_choice_nothing_is_changed_or_deleted_in_passing(client_as):
    page = text_of(client_as("Koordination"), "events_event_add")

    assert "change-related" not in page
    assert "delete-related" not in page


def test_the_read_log_names_records_in_words(client_as):
    client = client_as("Datenschutz")
    ReadLog.objects.create(user=make_user(), reading="view", model="events.Party", ids=[1])

    page = text_of(client, "accounts_readlog_changelist")

    assert "Anmeldung" in page
    assert ">events.Party<" not in page


def test_a_published_event_leads_to_its_invitation(client_as):
    coming, draft = make_event(), make_event(status="draft")
    client = client_as("Koordination")
    invite = f"{reverse('admin:events_campaign_add')}?event="

    assert f"{invite}{coming.pk}" in text_of(client, "events_event_change", coming.pk)
    assert invite not in text_of(client, "events_event_change", draft.pk)


def test_who_may_not_invite_is_not_led_there(client_as):
    event = make_event()

    page = text_of(client_as("Redaktion"), "events_event_change", event.pk)

    assert f"{reverse('admin:events_campaign_add')}?event=" not in page


def test_rows_that_are_claimed_and_not_sent_are_not_built(client_as):
    client = client_as("Koordination")
    address = reverse("admin:events_event_change", args=[make_event().pk])
    sent = {"agenda-INITIAL_FORMS": "0", "agenda-0-title_de": "Begrüßung"}

    answer = client.post(address, sent | {"agenda-TOTAL_FORMS": "2147483648"})

    page = answer.content.decode()
    assert 'name="agenda-0-title_de"' in page
    assert 'name="agenda-1-title_de"' not in page
