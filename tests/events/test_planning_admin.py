"""The office plans events in the admin."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from events.models import Contingent, Event, EventStatus, Mode, Pool, PoolKind
from kme_portal.accounts.models import ReadLog, User
from organisations.models import Term, TermKind
from tests.factories import make_event, make_venue

pytestmark = pytest.mark.django_db

ADMIN = "/verwaltung/events/event/"


@pytest.fixture
def office(client, settings):
    """The browser of a coordinator who has shown a second factor."""
    settings.DEMO = True
    user = User.objects.create_superuser("koordination@portal.example", name="Koordination")
    client.force_login(user)
    session = client.session
    session["demonstration"] = True
    session.save()
    client.user = user
    return client


def filled_in(client, **given) -> dict:
    """What the add form would send when somebody typed a title and little else."""
    form = client.get(f"{ADMIN}add/").context["adminform"].form
    data = {}
    for bound in form:
        value = bound.value()
        if hasattr(value, "strftime"):
            local = timezone.localtime(value)
            data[f"{bound.html_name}_0"] = local.strftime("%d.%m.%Y")
            data[f"{bound.html_name}_1"] = local.strftime("%H:%M")
        elif value not in (None, [], ""):
            data[bound.html_name] = value
    kind = Term.objects.get_or_create(
        kind=TermKind.EVENT_KIND, slug="fachtag", defaults={"name": "Fachtag"}
    )[0]
    for prefix in ("agenda", "documents", "links"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return data | {"title_de": "Austausch", "kind": kind.pk} | given


def errors_of(response) -> dict:
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def test_an_event_is_planned_with_little_typing(office):
    venue = make_venue()
    data = filled_in(
        office,
        venue=venue.pk,
        seats_on_site=60,
        seats_kept=40,
        **{
            "agenda-TOTAL_FORMS": 1,
            "agenda-0-from_time": "18:15",
            "agenda-0-until_time": "19:00",
            "agenda-0-title_de": "Begrüßung",
        },
    )

    response = office.post(f"{ADMIN}add/", data)

    assert response.status_code == 302, errors_of(response)
    event = Event.objects.get()
    starts_at = timezone.localtime(event.starts_at)
    assert (starts_at.hour, timezone.localtime(event.ends_at).hour) == (18, 20)
    assert event.responsible == office.user
    assert event.slug == "austausch"
    assert event.answer_by == starts_at.date() - timedelta(days=14)
    assert [(p.kind, p.seats) for p in Pool.objects.all()] == [(PoolKind.ON_SITE, 60)]
    assert [c.seats for c in Contingent.objects.all()] == [40]
    [item] = event.agenda.all()
    assert timezone.localtime(item.starts_at) == starts_at.replace(hour=18, minute=15)


def test_the_form_remembers_whom_one_asks_about_access(office):
    make_event(responsible=office.user, access_contact="Empfang", access_phone="0211 1234")

    form = office.get(f"{ADMIN}add/").context["adminform"].form

    assert form["access_contact"].value() == "Empfang"
    assert form["access_phone"].value() == "0211 1234"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ends_at_1": "17:00"}, "ends_at"),
        ({"slug": "archiv"}, "slug"),
        ({"answer_by": "31.12.2999"}, "answer_by"),
        ({"seats_kept": 5}, "seats_kept"),
        ({"seats_online": 5}, "seats_online"),
        ({"mode": "online", "seats_on_site": 5}, "seats_on_site"),
        ({"title_de": ""}, "title_de"),
    ],
)
def test_a_slip_is_told_beside_its_field_and_nothing_is_saved(office, given, field):
    response = office.post(f"{ADMIN}add/", filled_in(office, **given))

    assert list(errors_of(response)) == [field]
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bild.pdf", b"\x89PNG\r\n\x1a\n" + b"0" * 300),
        ("seite.html", b"<script>alert(1)</script>"),
        ("programm.exe", b"MZ" + b"0" * 300),
        ("text.docx", b"%PDF-1.4"),
    ],
)
def test_a_file_of_another_kind_is_refused(office, name, content):
    data = filled_in(
        office,
        **{
            "documents-TOTAL_FORMS": 1,
            "documents-0-title": "Programm",
            "documents-0-visibility": "public",
            "documents-0-file": SimpleUploadedFile(name, content),
        },
    )

    response = office.post(f"{ADMIN}add/", data)

    assert response.status_code == 200
    assert not Event.objects.exists()


def test_looking_at_a_step_changes_nothing(office):
    event = make_event(status=EventStatus.DRAFT)

    for step in ("veroeffentlichen", "absagen", "verlegen", "kopieren", "abschliessen", "vorschau"):
        assert office.get(f"{ADMIN}{event.pk}/{step}/").status_code == 200

    event.refresh_from_db()
    assert event.status == EventStatus.DRAFT
    assert Event.objects.count() == 1


def test_publishing_makes_the_page_public(office, client):
    event = make_event(status=EventStatus.DRAFT)

    office.post(f"{ADMIN}{event.pk}/veroeffentlichen/")

    event.refresh_from_db()
    assert event.status == EventStatus.PUBLISHED


def test_what_a_draft_lacks_is_told_before_it_is_published(office):
    event = make_event(status=EventStatus.DRAFT, responsible=None, access_phone="")

    page = office.get(f"{ADMIN}{event.pk}/veroeffentlichen/")
    office.post(f"{ADMIN}{event.pk}/veroeffentlichen/")

    assert len(page.context["problems"]) == 2
    event.refresh_from_db()
    assert event.status == EventStatus.DRAFT


def test_a_published_event_is_moved_by_its_own_step_alone(office):
    event = make_event()

    form = office.get(f"{ADMIN}{event.pk}/change/").context["adminform"].form

    assert not {"starts_at", "ends_at", "mode", "venue", "slug"} & set(form.fields)


def test_moving_asks_first_and_keeps_what_was_typed_when_refused(office):
    event = make_event()
    local = timezone.localtime(event.starts_at)
    data = {
        "starts_at_0": (local + timedelta(days=7)).strftime("%d.%m.%Y"),
        "starts_at_1": "18:00",
        "ends_at_0": (local + timedelta(days=7)).strftime("%d.%m.%Y"),
        "ends_at_1": "17:00",
        "mode": Mode.ON_SITE,
        "venue": event.venue_id,
        "note_de": "Saal belegt",
    }

    refused = office.post(f"{ADMIN}{event.pk}/verlegen/", data)
    done = office.post(f"{ADMIN}{event.pk}/verlegen/", data | {"ends_at_1": "20:00"})

    assert "ends_at" in refused.context["form"].errors
    assert "Saal belegt" in refused.content.decode()
    assert done.status_code == 302
    event.refresh_from_db()
    assert event.version == 1
    assert event.is_moved


def test_cancelling_needs_a_reason(office):
    event = make_event()

    office.post(f"{ADMIN}{event.pk}/absagen/", {"note_de": ""})
    event.refresh_from_db()
    assert event.status == EventStatus.PUBLISHED

    office.post(f"{ADMIN}{event.pk}/absagen/", {"note_de": "Krankheit"})
    event.refresh_from_db()
    assert event.status == EventStatus.CANCELLED


def test_a_copy_is_made_by_one_button(office):
    event = make_event()

    response = office.post(f"{ADMIN}{event.pk}/kopieren/")

    copied = Event.objects.exclude(pk=event.pk).get()
    assert copied.status == EventStatus.DRAFT
    assert response["Location"].endswith(f"/{copied.pk}/change/")


def test_what_was_announced_is_not_deleted(office):
    event = make_event()

    assert office.post(f"{ADMIN}{event.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Event.objects.exists()


def test_the_list_shows_what_is_coming_first(office):
    make_event(title="Später", starts_at=timezone.now() + timedelta(days=30))
    make_event(title="Bald", starts_at=timezone.now() + timedelta(days=3))
    make_event(title="Vorbei", starts_at=timezone.now() - timedelta(days=3))

    rows = office.get(ADMIN).context["cl"].result_list

    assert [event.title for event in rows] == ["Bald", "Später"]


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_needs_the_same_queries_for_any_number_of_rows(
    office, rows, django_assert_max_num_queries
):
    for _ in range(rows):
        Pool.objects.create(event=make_event(), kind=PoolKind.ON_SITE, seats=30)
    office.get(ADMIN)

    with django_assert_max_num_queries(14):
        office.get(ADMIN)


def test_the_spreadsheet_holds_the_rows_of_the_list(office):
    make_event(title="=Fachtag")

    answer = office.post(f"{ADMIN}export/?wann=all", {"purpose": "Bericht an die Leitung"})

    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [row[2] for row in rows] == ["Titel", "'=Fachtag"]


def test_a_spreadsheet_names_its_purpose_and_is_noted(office):
    event = make_event()
    assert office.get(f"{ADMIN}export/").headers["Content-Type"].startswith("text/html")
    refused = office.post(f"{ADMIN}export/", {"purpose": ""})
    assert refused.headers["Content-Type"].startswith("text/html")
    assert not ReadLog.objects.exists()

    office.post(f"{ADMIN}export/", {"purpose": "Bericht an die Leitung"})

    entry = ReadLog.objects.get()
    assert (entry.model, entry.ids) == ("events.Event", [event.pk])
    assert entry.purpose == "Bericht an die Leitung"


def test_a_preview_is_for_the_office(office, client):
    event = make_event(status=EventStatus.DRAFT, slug="")
    address = f"{ADMIN}{event.pk}/vorschau/"

    assert "Fachtag" in office.get(address).content.decode()
    office.logout()
    assert office.get(address).status_code == 302


def test_both_parts_of_a_moment_are_tied_to_what_is_wrong_with_it(office):
    data = filled_in(office) | {"registration_opens_at_0": "irgendwann"}

    page = office.post(f"{ADMIN}add/", data).content.decode()

    for part in ("0", "1"):
        [field] = re.findall(rf'<input[^>]*id="id_registration_opens_at_{part}"[^>]*>', page)
        assert 'aria-invalid="true"' in field
        assert "id_registration_opens_at_error" in field
    assert 'id="id_registration_opens_at_error"' in page
    assert 'role="group" aria-labelledby="id_registration_opens_at_name"' in page
    assert 'id="id_registration_opens_at_name"' in page


def test_a_moment_says_that_it_is_in_berlin(office):
    assert "Uhrzeit (Berlin):" in office.get(f"{ADMIN}add/").content.decode()


def test_the_new_time_of_an_event_that_is_moved_is_named_and_tied(office):
    event = make_event()

    page = office.post(f"{ADMIN}{event.pk}/verlegen/", {"starts_at_0": "bald"}).content.decode()

    assert 'aria-labelledby="id_starts_at_name"' in page
    assert 'id="id_starts_at_name"' in page
    assert page.count('aria-describedby="id_starts_at_error"') == 2
