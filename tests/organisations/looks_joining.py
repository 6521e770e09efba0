"""Pages of registering, reviewing and claiming that are looked at in a browser."""

from django.urls import reverse
from django.utils import timezone

from organisations.models import Registration
from organisations.services import claiming, registering, reviewing
from tests.browser import Look
from tests.factories import (
    make_claim,
    make_district,
    make_draft,
    make_organisation,
    make_registration,
    make_representative,
    make_staff,
    make_term,
)

TYPED = {
    "name": "Frauenverein Solingen",
    "contact_name": "Vorsitz",
    "phone": "0212 4711",
    "phone_visibility": "public",
    "website": "https://frauenverein.example/",
    "website_visibility": "network",
    "street": "Musterstraße 1",
    "city": "Solingen",
    "postcode": "42651",
    "legal_form": "ev",
    "register_entry": "Amtsgericht Wuppertal, VR 1234",
    "umbrella": "Landesverband",
    "is_listed": True,
}


def office():
    return make_staff("Koordination", email="eins@office.example")


def work(name: str, token=registering.work_token):
    def url() -> str:
        draft = make_draft(**TYPED)
        return reverse(f"organisations:registration_{name}", args=[token(draft)])

    return url


def page_of(row: Registration) -> str:
    return reverse("organisations:registration", args=[registering.mail_token(row)])


def confirm() -> str:
    draft = make_draft(**TYPED)
    registering.send_off(registration_id=draft.pk, now=timezone.now())
    return page_of(draft)


def half_done() -> str:
    return page_of(make_draft())


def elsewhere() -> str:
    draft = make_draft()
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    return reverse("organisations:registration_work", args=[registering.work_token(draft)])


def asked() -> Registration:
    row = make_registration(**TYPED)
    by, now = make_staff("Koordination", email="zwei@office.example"), timezone.now()
    reviewing.ask_back(registration_id=row.pk, text="Wo treffen Sie sich?", by=by, now=now)
    reviewing.answer(registration_id=row.pk, text="Im Jugendzentrum.", now=now)
    reviewing.ask_back(registration_id=row.pk, text="An welchen Tagen?", by=by, now=now)
    return row


def refused() -> Registration:
    row = make_registration(**TYPED)
    return reviewing.refuse(
        registration_id=row.pk,
        reason=make_term("refusal_reason", slug="ausserhalb"),
        words="Bitte wenden Sie sich an das Nachbarland.",
        by=make_staff("Koordination", email="drei@office.example"),
        now=timezone.now(),
    )


def objected() -> Registration:
    row = refused()
    reviewing.object_to_refusal(
        registration_id=row.pk, text="Wir treffen uns in Solingen.", now=timezone.now()
    )
    return row


def review() -> str:
    make_organisation(
        name="Frauenverein Solingen e.V.",
        district=make_district("05122"),
        email="alt@frauenverein.example",
        city="Solingen",
        postcode="42651",
    )
    row = asked()
    Registration.objects.filter(pk=row.pk).update(spam_signs=["link", "fast"])
    return reverse("admin:organisations_organisation_review", args=[row.pk])


def review_of_objection() -> str:
    return reverse("admin:organisations_organisation_review", args=[objected().pk])


def queue() -> str:
    asked()
    make_registration(name="Jugendinitiative Hamm")
    make_claim(make_organisation(name="Kulturverein Herne e.V.", is_listed=True))
    return reverse("admin:organisations_organisation_reviews") + "?stand=alle"


def claim_review() -> str:
    entry = make_organisation(name="Kulturverein Herne e.V.", is_listed=True)
    make_representative(organisation=entry, phone="02323 1")
    claim = make_claim(entry, name="Neue Kasse", words="Ich führe die Kasse.")
    return reverse("admin:organisations_organisation_claim", args=[claim.pk])


def hand_over() -> str:
    entry = make_organisation(name="Kulturverein Herne e.V.")
    person = make_representative(organisation=entry)
    make_representative(organisation=entry)
    by = make_staff("Koordination", email="vier@office.example")
    claiming.invite(representative_id=person.pk, by=by, now=timezone.now())
    return reverse("admin:organisations_organisation_hand_over", args=[entry.pk])


def claim_form() -> str:
    entry = make_organisation(name="Kulturverein Herne e.V.", is_listed=True)
    return reverse("organisations:claim_ask", args=[entry.slug])


def claim_page() -> str:
    entry = make_organisation(name="Kulturverein Herne e.V.", is_listed=True)
    claim = claiming.ask(
        organisation=entry,
        email="neu@verein.example",
        name="",
        words="",
        language="de",
        now=timezone.now(),
    )
    return reverse("organisations:claim", args=[claiming.token_of(claim)])


def send_empty(page) -> None:
    page.locator("main form button[type=submit]").first.click()


def meet_a_twin(page) -> None:
    make_organisation(
        name="Frauenverein Solingen e.V.", is_listed=True, district=make_district("05122")
    )
    page.fill("[name=association]", "Frauenverein Solingen")
    page.select_option("[name=district]", "05122")
    page.fill("[name=email]", "frauen@neu.example")
    page.locator("main form button[type=submit]").first.click()


LOOKS = [
    Look("register", lambda: "/vereine/registrieren/", act=send_empty),
    Look("register twins", lambda: "/vereine/registrieren/", act=meet_a_twin),
    Look("register work", work("work"), act=lambda page: page.locator("summary").last.click()),
    Look("register shown", work("shown"), act=send_empty),
    Look("register association", work("association")),
    Look("register confirm", confirm),
    Look("register half done", half_done),
    Look("register elsewhere", elsewhere),
    Look("register sent", lambda: "/vereine/registrieren/gesendet/"),
    Look("register saved", lambda: "/vereine/registrieren/gespeichert/"),
    Look("register gone", lambda: "/vereine/registrieren/geloescht/"),
    Look("registration received", lambda: page_of(make_registration(**TYPED))),
    Look("registration asked", lambda: page_of(asked())),
    Look("registration refused", lambda: page_of(refused())),
    Look("registration objected", lambda: page_of(objected())),
    Look("claim form", claim_form, act=send_empty),
    Look("claim page", claim_page),
    Look("claim sent", lambda: "/vereine/uebernahme/gesendet/"),
    Look("claim asked", lambda: "/vereine/uebernahme/wird-geprueft/"),
    Look("review queue", queue, user=office),
    Look("review", review, user=office),
    Look("review objection", review_of_objection, user=office),
    Look("review claim", claim_review, user=office),
    Look("review hand over", hand_over, user=office),
]
