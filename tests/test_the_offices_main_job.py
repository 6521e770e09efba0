"""The office's main job from end to end, in a browser and through a real mail server.

A coordinator takes in an address list, plans an event and invites; an association answers on a
phone in Turkish; the public registers in German; the coordinator sees both.
"""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from events.models import (
    Campaign,
    Event,
    EventStatus,
    Invitation,
    InvitationStatus,
    Party,
    PartyStatus,
    Seat,
)
from events.services.campaigns import RECALL, keep_campaigns_moving
from kme_portal.accounts.models import User
from kme_portal.accounts.secretbox import secretbox
from kme_portal.mailings.due import ask_all
from organisations.models import Audience, Organisation, Representative
from tests.browser import watch
from tests.factories import make_venue
from tests.factories.accounts import PASSWORD, make_staff
from tests.mail import MailServer, deliver_all

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

ADDRESS_LIST = """\
Adressen der Vereine, Stand Herbst;;;;;;
;;;;;;
Name des Vereins;Ansprechpartner;Funktion;E-Mail;PLZ;Ort;Sprache
Bildungswerk Solingen e. V.;Delege Bir;Vorsitz;post@bildungswerk.example;42651;Solingen;Türkisch
Frauenverein Köln;Ansprechperson Zwei;;info@frauenverein.example;50667;Köln;
Jugendinitiative Hamm;;;;59065;Hamm;
"""
NOBODY_REACHED = "Jugendinitiative Hamm"


def test_from_the_address_list_to_the_answers(
    new_page, mail_server: MailServer, settings, tmp_path
):
    settings.MAIL_QUIET_HOURS = False
    coordinator = make_staff("Koordination", email="koordination@portal.example")
    make_venue(name="Bürgerhaus am Markt")
    desk = new_page(width=1280)
    seen = watch(desk)

    sign_in(desk, coordinator)
    take_in_the_addresses(desk, tmp_path)
    post(mail_server)  # the notice of Article 14 comes before any invitation
    assert len(mail_server.mails) == 2
    event = plan_and_publish(desk)
    audience = save_an_audience(desk)
    campaign = write_and_send(desk, mail_server, event, audience, coordinator)

    keep_campaigns_moving(now=timezone.now() + RECALL)
    post(mail_server)
    invited = sorted(mail["To"] for mail in mail_server.mails if "/einladung/" in text_of(mail))
    assert invited == ["info@frauenverein.example", coordinator.email, "post@bildungswerk.example"]

    answer_in_turkish(new_page, link(mail_server, "post@bildungswerk.example", "einladung"))
    register_in_german(new_page, mail_server, event)

    see_both(desk, campaign, event)
    assert (seen.refused, seen.foreign, seen.failed) == ([], [], [])


def post(mail_server: MailServer) -> None:
    """What worker and beat do within a minute."""
    ask_all(now=timezone.now())
    deliver_all(now=timezone.now() + timedelta(seconds=2))


def press(page: Page, button: str) -> None:
    """Press the first such button and wait for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def text_of(mail) -> str:
    return mail.get_body(("plain",)).get_content()


def link(mail_server: MailServer, to: str, kind: str) -> str:
    """Path of the newest link of this kind in somebody's mailbox."""
    for mail in reversed(mail_server.mails):
        found = re.search(rf"https?://[^/\s]+(\S*/{kind}/\S+)", text_of(mail))
        if mail["To"] == to and found:
            return found[1].rstrip(">).,")
    raise AssertionError(f"no {kind} for {to}")


def code_of(user: User) -> str:
    """What the app on the coordinator's phone shows now."""
    app = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).wrap()
    secret = secretbox().decrypt(app.instance.data["secret"])
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def sign_in(page: Page, user: User) -> None:
    page.goto("/verwaltung/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.fill("input[name=code]", code_of(user))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/verwaltung/")


def take_in_the_addresses(page: Page, tmp_path) -> None:
    """Windows-1252 with semicolons, as the office's program writes it."""
    file = tmp_path / "adressen.csv"
    file.write_bytes(ADDRESS_LIST.encode("cp1252"))
    page.goto(reverse("admin:organisations_import_add"))
    page.set_input_files("input[type=file]", str(file))
    page.locator(".submit-row input.default").click()
    press(page, "input[name=import]")

    assert Organisation.objects.active().count() == 3
    turkish = Representative.objects.get(email="post@bildungswerk.example")
    assert turkish.language == "tr"


def plan_and_publish(page: Page) -> Event:
    """Usual hours and contacts stand there already; the coordinator types what is special."""
    page.goto(reverse("admin:events_event_add"))
    page.fill("input[name=title_de]", "Fachtag Ehrenamt")
    page.select_option("select[name=kind]", index=1)
    choose(page, "venue", "Bürgerhaus")
    page.fill("input[name=seats_on_site]", "20")
    page.fill("input[name=seats_per_association]", "2")
    page.fill("input[name=access_contact]", "Koordinierungsstelle")
    page.fill("input[name=access_phone]", "0211 000000")
    press(page, "input[name=_save]")
    event = Event.objects.get()
    page.goto(reverse("admin:events_event_publish", args=[event.pk]))
    press(page, ".submit-row input[type=submit]")

    event.refresh_from_db()
    assert event.status == EventStatus.PUBLISHED
    return event


def choose(page: Page, field: str, text: str) -> None:
    """Pick from a field that searches while one types."""
    page.locator(f".field-{field} .select2-selection").click()
    page.fill(".select2-search--dropdown .select2-search__field", text)
    page.locator(".select2-results__option--highlighted", has_text=text).click()


def save_an_audience(page: Page) -> Audience:
    page.goto(reverse("admin:organisations_audience_add"))
    page.fill("input[name=name]", "Alle Vereine")
    kinds = page.locator("[name=c_art]")
    if kinds.first.evaluate("field => field.tagName") == "SELECT":
        kinds.select_option("association")
    else:
        page.check("[name=c_art][value=association]")
    press(page, "input[name=_save]")

    assert NOBODY_REACHED in page.content()
    return Audience.objects.get()


def write_and_send(page, mail_server, event, audience, coordinator) -> Campaign:
    page.goto(reverse("admin:events_campaign_add") + f"?event={event.pk}&audience={audience.pk}")
    page.locator("input[name=_save]").first.click()
    page.wait_for_url("**/empfaenger/")
    assert "Bildungswerk Solingen" in page.content()
    assert NOBODY_REACHED in page.content()
    campaign = Campaign.objects.get()

    page.goto(reverse("admin:events_campaign_preview", args=[campaign.pk]) + "?sprache=ar")
    letter = page.frame_locator("iframe").locator("html")
    assert letter.get_attribute("dir") == "rtl"
    press(page, "form[action$='/test/'] button")
    post(mail_server)
    assert mail_server.recipients[-1] == coordinator.email

    page.goto(reverse("admin:events_campaign_send", args=[campaign.pk]))
    press(page, ".submit-row input[type=submit]")
    campaign.refresh_from_db()
    assert campaign.status == "scheduled"
    return campaign


def answer_in_turkish(new_page, address: str) -> None:
    """The letter came in Turkish; two taps, two names, and the page repeats it in words."""
    assert address.startswith("/tr/")
    phone = new_page(width=390, height=760)
    seen = watch(phone)
    phone.goto(address)
    assert phone.locator("html").get_attribute("lang") == "tr"
    yes = phone.locator(".invitation__choice a")
    assert yes.bounding_box()["y"] < 700, "the answer is on the first screen"
    yes.click()
    phone.locator("input[name=number][value='2']").check()
    phone.fill("input[name=name_0]", "Delege Bir")
    phone.fill("input[name=name_1]", "Delege İki")
    phone.locator("form.form button[type=submit]").click()
    phone.wait_for_url("**" + address)

    answer = phone.locator(".invitation__answer").inner_text()
    assert "Delege Bir" in answer
    assert "Delege İki" in answer
    assert (seen.refused, seen.foreign, seen.failed) == ([], [], [])


def register_in_german(new_page, mail_server: MailServer, event: Event) -> None:
    """The form, the mail, the confirming button: only then is there a seat."""
    visitor = new_page(width=390, height=760, javascript=False)
    visitor.goto(f"/veranstaltungen/{event.slug}/")
    visitor.locator(".event__taking a.kern-btn").click()
    visitor.fill("input[name=name]", "Interessierte Person")
    visitor.fill("input[name=email]", "besuch@privat.example")
    visitor.fill("textarea[name=companions]", "Begleitung Eins")
    visitor.check("input[name=consent_participation]")
    press(visitor, "form.form button[type=submit]")
    assert Party.objects.get(email="besuch@privat.example").status == PartyStatus.UNCONFIRMED

    post(mail_server)
    visitor.goto(link(mail_server, "besuch@privat.example", "anmeldung"))
    assert Party.objects.get(email="besuch@privat.example").status == PartyStatus.UNCONFIRMED
    press(visitor, "main form button[type=submit]")

    assert Party.objects.get(email="besuch@privat.example").status == PartyStatus.CONFIRMED


def see_both(page: Page, campaign: Campaign, event: Event) -> None:
    """The answer by invitation and the registration, and one association still open."""
    answers = dict(Invitation.objects.values_list("organisation__city", "status"))
    assert answers == {"Solingen": InvitationStatus.ACCEPTED, "Köln": InvitationStatus.OPEN}
    assert Seat.objects.count() == 4

    page.goto(reverse("admin:events_campaign_follow", args=[campaign.pk]))
    assert "Bildungswerk Solingen" in page.content()
    page.goto(reverse("admin:events_campaign_follow", args=[campaign.pk]) + "?zeige=offen")
    assert "Frauenverein" in page.content()
    assert "Bildungswerk Solingen" not in page.content()
    page.goto(reverse("admin:events_event_changelist"))
    row = page.locator("#result_list tbody tr", has_text="Fachtag Ehrenamt").inner_text()
    assert re.search(r"\b2\b.*\b4\b", row.replace("\n", " ")), row
