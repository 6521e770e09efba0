"""An association registers itself: nothing is lost, nothing is told, nothing is public."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from organisations.forms.registering import TrapMixin
from organisations.models import (
    Organisation,
    OrganisationStatus,
    Registration,
    RegistrationStatus,
    Visibility,
)
from organisations.services import registering
from tests.factories import (
    make_organisation,
    make_representative,
)
from tests.factories.joining import make_draft, make_registration
from tests.mail import deliver_all
from tests.organisations.registering_steps import START, first_step, link, walk_to_the_end

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]

NOW = timezone.now()


def test_the_whole_way_with_what_is_compulsory_alone(client):
    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"
    assert not Organisation.objects.exists()

    path = link()
    client.post(path, {"do": "confirm"})

    row = Registration.objects.get()
    organisation = row.organisation
    assert row.status == RegistrationStatus.RECEIVED
    assert organisation.status == OrganisationStatus.IN_REVIEW
    assert organisation.name == "Frauenverein Solingen"
    assert organisation.district_id == "05122"
    assert [term.slug for term in organisation.fields.all()] == ["bildung"]
    person = organisation.representatives.get()
    assert (person.email, person.may_edit, person.user) == ("frauen@neu.example", True, None)
    assert [c.purpose for c in Consent.objects.all()] == ["registration"]


def test_by_default_nothing_is_public(client):
    walk_to_the_end(client)
    client.post(link(), {"do": "confirm"})

    organisation = Organisation.objects.get()
    assert not organisation.is_listed
    assert {
        getattr(organisation, f"{name}_visibility")
        for name in ("address", "email", "phone", "website")
    } == {Visibility.OFFICE}


def test_opening_the_mailed_link_changes_nothing(client):
    walk_to_the_end(client)
    path = link()

    assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200

    assert Registration.objects.get().confirmed_at is None


def test_the_browsers_own_link_proves_nothing(client):
    draft = make_draft()
    registering.send_off(registration_id=draft.pk, now=timezone.now())
    path = reverse("organisations:registration", args=[registering.work_token(draft)])

    client.post(path, {"do": "confirm"})

    draft.refresh_from_db()
    assert draft.confirmed_at is None


def test_once_the_address_is_proven_the_browsers_link_shows_nothing_any_more(client):
    draft = make_draft()
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    path = reverse("organisations:registration_work", args=[registering.work_token(draft)])

    page = client.get(path)

    assert draft.answers["description"] not in page.text
    assert client.post(path, {"description": "fremd"}).status_code == 200
    draft.refresh_from_db()
    assert draft.answers["description"] == "Wir lernen zusammen."


def test_the_first_page_sent_twice_is_one_draft(client):
    one = client.post(START, first_step())
    two = client.post(START, first_step())

    assert one.url == two.url
    assert Registration.objects.count() == 1


def test_a_slip_in_the_address_is_corrected_by_going_back(client):
    client.post(START, first_step(email="fraun@neu.example"))
    work = client.post(START, first_step()).url

    row = Registration.objects.get()
    assert row.email == "frauen@neu.example"
    assert client.get(work).status_code == 200
    deliver_all(timezone.now() + timedelta(minutes=11))
    assert [letter.to for letter in mail.outbox] == [["frauen@neu.example"]]


def test_the_address_is_corrected_in_the_draft_until_it_is_proven(client):
    draft = make_draft(email="fraun@neu.example")
    old = reverse("organisations:registration", args=[registering.mail_token(draft)])
    step = reverse("organisations:registration_association", args=[registering.work_token(draft)])

    answer = client.post(step, first_step())

    assert client.get(answer.url).status_code == 200
    assert client.get(old).status_code == 404
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    with pytest.raises(IllegalTransition):
        registering.change_address(
            registration_id=draft.pk, email="fremd@neu.example", now=timezone.now()
        )


def test_a_proven_address_cannot_be_typed_over(client):
    draft = make_draft(email="frauen@neu.example")
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    step = reverse("organisations:registration_association", args=[registering.mail_token(draft)])

    client.post(step, first_step(email="fremd@neu.example"))

    assert Registration.objects.get().email == "frauen@neu.example"


def test_two_tabs_are_one_registration(client):
    for number in (1, 2):
        walk_to_the_end(client, stamp=TrapMixin.signer.sign(str(number) * 32))
    assert Registration.objects.count() == 2
    now = timezone.now()
    first, second = Registration.objects.order_by("pk")

    kept = registering.confirm_address(registration_id=first.pk, now=now)
    same = registering.confirm_address(registration_id=second.pk, now=now)

    assert same == kept
    assert Organisation.objects.count() == 1
    assert Registration.objects.count() == 1


def test_the_database_keeps_one_registration_of_an_address_and_a_name():
    one = make_registration(name="Verein Morgen e.V.", email="a@neu.example")
    other = make_registration(name="Anderer Verein", email="a@neu.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=other.pk).update(name_key=one.name_key)


def test_one_address_may_register_several_associations():
    make_registration(name="Verein Eins", email="a@neu.example")
    make_registration(name="Verein Zwei", email="a@neu.example")

    assert Organisation.objects.count() == 2


def test_pressing_twice_is_one_registration(client):
    walk_to_the_end(client)
    path = link()

    first = client.post(path, {"do": "confirm"})
    second = client.post(path, {"do": "confirm"})

    assert client.get(first.url).status_code == 200
    assert second.status_code == 302
    assert Organisation.objects.count() == 1


def test_the_same_answer_whether_the_address_is_known_or_not(client):
    make_registration(name="Frauenverein Solingen e. V.", email="frauen@neu.example")

    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"

    kinds = set(Message.objects.values_list("kind", flat=True))
    assert "organisations.registration_existing" in kinds
    newest = Message.objects.order_by("-pk").first()
    assert newest.kind == "organisations.registration_existing"
    assert Organisation.objects.count() == 1


def test_whom_the_office_has_entered_gets_the_way_to_take_over(client):
    organisation = make_organisation(name="Frauenverein Solingen e.V.")
    make_representative(organisation=organisation, email="frauen@neu.example")

    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"

    assert Message.objects.order_by("-pk").first().kind == "organisations.claim_link"
    assert Organisation.objects.count() == 1


def test_a_machine_gets_the_same_answer_and_nothing_is_kept(client):
    answer = client.post(START, first_step(homepage="https://spam.example"))

    assert answer.url == "/vereine/registrieren/gesendet/"
    assert not Registration.objects.exists()
    assert not Message.objects.exists()


def test_haste_and_links_are_signs_for_the_office_and_no_refusal(client):
    work = client.post(START, first_step()).url
    client.post(work, {"fields_of_work": ["bildung"], "description": "Siehe https://kauf.example"})

    assert Registration.objects.get().spam_signs == ["fast", "link"]


def test_nobody_floods_a_mailbox(client):
    for number in range(9):
        client.post(
            START,
            first_step(
                association=f"Verein {number}", stamp=TrapMixin.signer.sign(f"{number:032x}")
            ),
        )

    assert Message.objects.filter(email="frauen@neu.example").count() <= 6


def test_a_mail_to_an_unproven_address_repeats_nothing_typed(client):
    walk_to_the_end(client, association="KAUFEN SIE JETZT", contact_name="Böse Absicht")
    deliver_all(timezone.now() + timedelta(hours=1))

    for letter in mail.outbox:
        whole = letter.subject + letter.body + str(letter.alternatives)
        assert "KAUFEN" not in whole
        assert "Absicht" not in whole


def test_hostile_text_stays_text(client):
    row = make_registration(description="<script>alert(1)</script>", is_listed=True)
    path = reverse("organisations:registration", args=[registering.mail_token(row)])

    page = client.get(path).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
