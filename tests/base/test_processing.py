"""The record of processing against the models: no field without a judgement, no purpose unsaid."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import translation

from kme_portal.base import processing
from kme_portal.base.history import tables
from kme_portal.base.registries import not_personal, personal_data, retentions

HOW = (
    "Say in the app's `registered` (PersonalData.fields: purpose, legal basis, keeping period) "
    "that it is personal, or in the app's `not_personal` why it is not."
)


def test_every_field_that_could_be_personal_is_judged():
    assert processing.unjudged() == [], HOW


def test_every_declared_field_exists_and_is_declared_one_way():
    assert processing.unknown() == []


def test_every_model_with_an_address_has_an_app_that_erases_it():
    assert processing.addresses_without_owner() == [], HOW


def test_history_copies_no_personal_text():
    """`track(…, exclude=[…])`: nobody's name outlives an erasure in a history table."""
    assert len(tables()) > 5
    # Published beside the picture, as § 13 UrhG demands; it goes with the history in time.
    assert processing.kept_in_history() == ["pages.Picture.credit"]


@pytest.mark.parametrize(
    "field",
    [
        models.CharField(max_length=10),
        models.EmailField(),
        models.TextField(),
        models.JSONField(),
        models.FileField(),
        models.GenericIPAddressField(),
    ],
)
def test_a_new_field_of_this_kind_would_be_noticed(field):
    assert processing.can_be_personal(field)


def test_a_field_nobody_declared_is_named(monkeypatch):
    monkeypatch.delitem(personal_data._entries, "events.registrations")
    monkeypatch.delitem(not_personal._entries, "pages.office_texts")

    missing = processing.unjudged()

    assert "events.Guest.name" in missing
    assert "pages.Page.body" in missing
    assert "events.Guest" in processing.addresses_without_owner()


def test_every_personal_field_has_purpose_basis_and_period():
    for name, reasons in processing.personal_fields().items():
        assert all(str(part).strip() for part in reasons), name


@pytest.mark.parametrize("language", ["de", "tr", "ar"])
def test_the_record_speaks_the_reader_s_language(language):
    with translation.override("en"):
        english = set(processing.purposes()) | {str(entry.period) for entry in retentions}

    with translation.override(language):
        untranslated = english & (
            set(processing.purposes()) | {str(entry.period) for entry in retentions}
        )

    assert untranslated == set()


@pytest.mark.parametrize("prefix", ["", "/en", "/tr", "/ar"])
def test_the_privacy_page_names_every_purpose(client, db, prefix):
    page = re.sub(r"\s+", " ", client.get(f"{prefix}/datenschutz/").content.decode())

    with translation.override(prefix[1:] or "de"):
        missing = [purpose for purpose in processing.purposes() if purpose not in page]

    assert missing == []


def test_the_record_in_the_documents_is_up_to_date():
    call_command("processing_record", "--check", stdout=StringIO())


def test_an_incomplete_record_is_not_written(monkeypatch):
    monkeypatch.delitem(personal_data._entries, "events.registrations")

    with pytest.raises(CommandError, match=r"events\.Guest\.name"):
        call_command("processing_record", stdout=StringIO())
