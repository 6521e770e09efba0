"""Pages of the register that are looked at in a browser."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from organisations.models import Affiliation, ContactNote, Import, Visibility
from organisations.occasions.article14 import data_url
from organisations.services import imports
from organisations.services.people import note_contact
from tests.browser import Look
from tests.factories.accounts import make_staff
from tests.factories.files import make_picture
from tests.factories.organisations import (
    make_district,
    make_organisation,
    make_representative,
    make_term,
)
from tests.organisations import looks_joining, looks_my_association

DAY = date(2026, 1, 1)
LIST = """Verein;Art;PLZ;Ort;Kontakt;E-Mail;Tel.;Dach;Sprache;Einladen?;Notiz
Frauenverein Solingen e.V.;Verein;42651;Solingen;Vorsitz;info@frauen.example;0212 1;BAG;tr;?;
Cemevi Herne e.V.;;44623;Herne;;info@cem.example, büro@cem.example;2603851;;de;ja;Nur WhatsApp
Cem Evi Herne;;44623;Herne;;vorstand@cem.example;2271435;;;;
;;40472;Düsseldorf;;;;;;;
Verein am Rand;;40472;Düsseldorf;;;;;;;
Beispielverein Kultur und Bildung;;42651;Solingen;;neu@beispiel.example;0212 99;;;;
"""


def full_organisation(**given):
    usual = {
        "name": "Beispielverein Kultur und Bildung e.V.",
        "slug": "beispielverein",
        "is_listed": True,
        "district": make_district("05122"),
        "street": "Musterstraße 1",
        "postcode": "42651",
        "city": "Solingen",
        "address_visibility": Visibility.PUBLIC,
        "email": "info@beispiel.example",
        "email_visibility": Visibility.PUBLIC,
        "phone": "0212 12345",
        "phone_visibility": Visibility.NETWORK,
        "website": "https://beispiel.example/",
        "description": "Wir lernen zusammen.\n\nJeden Samstag ab zehn Uhr.",
        "founded_in": 1998,
        "legal_form": "ev",
        "level": "local",
        "logo_image": make_picture(size=(300, 120), alt="Ein grüner Balken"),
        "fields": [make_term("field", slug="bildung"), make_term("field", slug="kultur")],
        "languages": [make_term("language", slug="de"), make_term("language", slug="tr")],
    }
    return make_organisation(**usual | given)


def directory() -> str:
    first = full_organisation()
    for number in range(24):
        make_organisation(
            name=f"Verein für Begegnung {number}",
            is_listed=True,
            district=first.district,
            fields=[make_term("field", slug="jugend")],
        )
    return "/vereine/"


def filtered() -> str:
    directory()
    return "/vereine/?feld=jugend&kreis=99999&q=begegnung"


def profile() -> str:
    row = full_organisation()
    above = make_organisation(name="Dachverband e.V.", is_listed=True)
    below = make_organisation(name="Jugendgruppe", is_listed=True)
    for member, umbrella in ((row, above), (below, row)):
        Affiliation.objects.create(
            member=member,
            umbrella=umbrella,
            confirmed_by_member_on=DAY,
            confirmed_by_umbrella_on=DAY,
        )
    return row.get_absolute_url()


def bare_profile() -> str:
    return make_organisation(is_listed=True).get_absolute_url()


def district_map() -> str:
    directory()
    make_organisation(is_listed=True, district=make_district("05315", name="Köln"))
    return "/vereine/karte/"


def my_data() -> str:
    person = make_representative(name="Person", phone="0212 1", source="Adressliste")
    return "/vereine/" + data_url(person).rpartition("/vereine/")[2]


def office():
    return make_staff()


def contact() -> str:
    row = full_organisation()
    make_representative(organisation=row, phone="0212 5")
    return reverse("admin:organisations_organisation_contact", args=[row.pk])


def merge() -> str:
    row = full_organisation()
    full_organisation(slug="zwei")
    return reverse("admin:organisations_organisation_merge", args=[row.pk])


def make_import() -> Import:
    return imports.receive(
        file=SimpleUploadedFile("liste.csv", LIST.encode()), filename="liste.csv", user=make_staff()
    )


def make_note() -> ContactNote:
    return note_contact(
        organisation=make_organisation(),
        text="Möchte zur Regionalkonferenz kommen.",
        written_by=make_staff(),
        now=timezone.now(),
    )


def import_preview() -> str:
    full_organisation()
    return reverse("admin:organisations_import_preview", args=[make_import().pk])


def address(name: str):
    return lambda: reverse(f"admin:organisations_{name}")


LOOKS = [
    *looks_joining.LOOKS,
    *looks_my_association.LOOKS,
    Look("organisations directory", directory),
    Look("organisations filtered", filtered),
    Look("organisations empty", lambda: "/vereine/"),
    Look("organisations profile", profile),
    Look("organisations bare profile", bare_profile),
    Look("organisations map", district_map),
    Look("organisations my data", my_data),
    Look("organisations my data gone", lambda: "/vereine/meine-daten/geloescht/"),
    Look("organisations contact", contact, user=office),
    Look("organisations merge", merge, user=office),
    Look("organisations export", address("organisation_export"), user=office),
    Look("organisations import upload", address("import_add"), user=office),
    Look("organisations import preview", import_preview, user=office),
]

# One record of each model that the demonstration leaves empty, for the office's admin.
RECORDS = {"organisations.ContactNote": make_note, "organisations.Import": make_import}
