"""From a list to the register, through the pages of the admin."""

import io
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kme_portal.base import retention
from organisations.imports.applying import apply_import
from organisations.imports.preview import postcodes
from organisations.models import (
    Affiliation,
    ContactNote,
    Import,
    Organisation,
    Representative,
)
from organisations.models.imports import ImportStatus
from organisations.services import imports
from tests.factories.accounts import make_staff
from tests.factories.organisations import make_organisation, make_representative

pytestmark = pytest.mark.django_db

RIGHT = """Verein;Art;PLZ;Ort;Kontakt;E-Mail;Tel.;Dach;Sprache;Notiz
Bund Alevitischer Gemeinden e.V.;Dachverband;42651;Solingen;Vorsitz;info@bag.example;0212 1;;;
Alevi Bektaşi Kulturverein Herne e.V.;;44623;Herne;;info@abk.example;2603851;BAG;tr;Nur WhatsApp
Alevi-Bektaşi Kulturverein Herne;;44623;Herne;;vorstand@abk.example;2271435;;;
"""
LOST = """Name;PLZ Ort;Mail;Telefon;Bemerkungen
Alevi Bekta?i Kulturverein Herne e.V.;44623 Herne;info@abk.example;2603851;Nur WhatsApp
"""


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = storages


def receive(text: str, filename="liste.csv", encoding="utf-8") -> Import:
    file = SimpleUploadedFile(filename, text.encode(encoding))
    return imports.receive(file=file, filename=filename, user=make_staff())


def take_in(text: str, **choices) -> Import:
    entry = receive(text)
    apply_import(
        import_id=entry.pk,
        choices={name.replace("_", "-"): value for name, value in choices.items()},
        user=entry.imported_by,
        now=timezone.now(),
    )
    entry.refresh_from_db()
    return entry


def test_a_list_becomes_organisations_people_umbrellas_and_notes():
    take_in(RIGHT)

    herne = Organisation.objects.get(name__startswith="Alevi Bektaşi")
    assert Organisation.objects.count() == 2
    assert (herne.district.name, herne.phone, herne.status) == ("Herne", "2603851", "active")
    assert not herne.is_listed
    assert [link.umbrella.name for link in Affiliation.objects.filter(member=herne)] == [
        "Bund Alevitischer Gemeinden e.V."
    ]
    assert sorted(herne.people().values_list("email", flat=True)) == [
        "info@abk.example",
        "vorstand@abk.example",
    ]
    assert {note.text for note in ContactNote.objects.filter(organisation=herne)} == {
        "Nur WhatsApp",
        f"{Organisation._meta.get_field('phone').verbose_name}: 2271435",
    }


def test_imported_people_may_not_be_invited_before_they_were_informed():
    take_in(RIGHT)

    assert list(Representative.objects.invitable(timezone.localdate())) == []
    assert Representative.objects.to_be_informed().count() == 3


def test_a_mailbox_of_an_authority_needs_no_notice():
    take_in("Stelle;Anschrift;E-Mail\nStaatskanzlei NRW;40213 Düsseldorf;poststelle@sk.example\n")

    assert [p.needs_notice for p in Representative.objects.all()] == [False]
    assert Organisation.objects.get().kind == "authority"


def test_the_same_list_again_changes_nothing():
    take_in(RIGHT)
    before = list(Organisation.objects.values_list("pk", "name", "phone", "updated_at"))

    entry = take_in(RIGHT)

    assert (entry.rows_new, entry.rows_changed) == (0, 0)
    assert [row[:3] for row in before] == list(
        Organisation.objects.values_list("pk", "name", "phone")
    )
    assert Representative.objects.count() == 3
    assert ContactNote.objects.count() == 2


def test_a_list_with_lost_letters_finds_the_same_association_and_spoils_no_name():
    take_in(RIGHT)

    take_in(LOST)

    assert Organisation.objects.count() == 2
    assert Organisation.objects.filter(name="Alevi Bektaşi Kulturverein Herne e.V.").exists()
    assert not Organisation.objects.filter(other_names__contains="?").exists()


def test_one_who_asked_not_to_be_invited_stays_so():
    organisation = make_organisation(name="Verein A e.V.", city="Solingen", postcode="42651")
    person = make_representative(
        organisation=organisation, email="info@a.example", may_be_invited=False
    )

    take_in("Name;PLZ;Ort;E-Mail;Einladen?\nVerein A;42651;Solingen;info@a.example;ja\n")

    person.refresh_from_db()
    assert not person.may_be_invited


def test_a_value_can_be_kept_and_a_row_left_out():
    make_organisation(name="Verein A e.V.", city="Solingen", postcode="42651", phone="0212 1")
    text = "Name;PLZ;Ort;Telefon\nVerein A;42651;Solingen;0212 999\nVerein B;42651;Solingen;\n"

    take_in(text, **{"keep_liste_2": ["phone"], "c_liste_3": ["skip"]})

    assert [(o.name, o.phone) for o in Organisation.objects.all()] == [("Verein A e.V.", "0212 1")]


def test_what_differs_is_changed_from_old_to_new():
    organisation = make_organisation(
        name="Verein A e.V.", city="Solingen", postcode="42651", phone="0212 1"
    )

    entry = take_in("Name;PLZ;Ort;Telefon\nVerein A;42651;Solingen;0212 999\n")

    organisation.refresh_from_db()
    assert (organisation.phone, entry.rows_changed) == ("0212 999", 1)


def test_a_doubtful_double_stays_two_unless_the_office_says_so():
    make_organisation(name="Islamische Religionsgemeinschaft NRW e.V.", city="Duisburg")
    text = "Name;PLZ;Ort\nIslamische Religionsgemeinschaft DITIB NRW;50823;Köln\n"

    take_in(text)

    assert Organisation.objects.count() == 2


def test_two_groups_that_differ_by_a_number_stay_two():
    take_in("Name;PLZ;Ort\nJugendgruppe 1;42651;Solingen\nJugendgruppe 2;42651;Solingen\n")

    assert Organisation.objects.count() == 2


def test_a_postcode_in_two_districts_takes_the_one_chosen():
    code, [_first, second] = next(
        (code, districts) for code, districts in postcodes().items() if len(districts) == 2
    )
    text = f"Name;PLZ;Ort\nVerein A;{code};Irgendwo\n"

    take_in(text, **{"d_liste_2": [second]})

    assert Organisation.objects.get().district_id == second


def test_an_import_happens_once_of_two_clicks(client_as):
    entry = receive(RIGHT)
    client = client_as("Koordination")
    url = reverse("admin:organisations_import_preview", args=[entry.pk])

    client.post(url, {"import": "1"})
    client.post(url, {"import": "1"})

    assert Organisation.objects.count() == 2


def test_nothing_is_imported_by_looking(client_as):
    client = client_as("Koordination")
    file = SimpleUploadedFile("liste.csv", RIGHT.encode())

    response = client.post(reverse("admin:organisations_import_add"), {"file": file}, follow=True)

    page = response.content.decode()
    assert "Alevi Bektaşi Kulturverein Herne e.V." in page
    assert "same as row 3" in page or "wie Zeile 3" in page
    assert Organisation.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("bild.png", b"\x89PNG\r\n\x1a\n\0\0"), ("leer.csv", b" "), ("text.csv", b"nur Text\nmehr\n")],
)
def test_a_wrong_file_is_refused_beside_the_field_and_kept_nowhere(client_as, name, content):
    client = client_as("Koordination")

    response = client.post(
        reverse("admin:organisations_import_add"), {"file": SimpleUploadedFile(name, content)}
    )

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert Import.objects.count() == 0


def test_the_same_file_twice_is_told(client_as):
    take_in(RIGHT)
    entry = receive(RIGHT)

    response = client_as("Koordination").get(
        reverse("admin:organisations_import_preview", args=[entry.pk])
    )

    assert response.context["earlier"] is not None


def test_what_was_refused_comes_back_with_the_reason(client_as):
    entry = receive("Name;PLZ;Ort;E-Mail\n;42651;Solingen;=1+1@a.example\nGut;42651;Solingen;\n")

    response = client_as("Koordination").get(
        reverse("admin:organisations_import_refused", args=[entry.pk])
    )

    rows = list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)
    assert len(rows) == 2
    assert rows[1][1] == 2
    assert "A:" in rows[1][2]
    assert rows[1][6] == "'=1+1@a.example"


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_other_groups_do_not_see_address_lists(client_as, group):
    entry = receive(RIGHT)
    client = client_as(group)

    for name in ("preview", "refused", "discard"):
        url = reverse(f"admin:organisations_import_{name}", args=[entry.pk])
        assert client.post(url).status_code == 403
    assert client.get(reverse("admin:organisations_import_add")).status_code == 403


def test_the_file_goes_after_a_day_and_its_digest_stays():
    entry = receive(RIGHT)
    path = entry.file.path

    retention.erase_due(now=timezone.now() + timedelta(hours=25))

    entry.refresh_from_db()
    assert (entry.file.name, entry.status) == ("", ImportStatus.DISCARDED)
    assert entry.digest
    assert not Path(path).exists()
