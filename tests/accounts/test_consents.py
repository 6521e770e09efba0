from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kme_portal.accounts import consents
from kme_portal.accounts.consents import give_consent, has_consent, withdraw_consent
from kme_portal.accounts.models import Channel, Consent

pytestmark = pytest.mark.django_db


def give(**given):
    return give_consent(
        **{"email": "person@verein.example", "purpose": "invitations", "language": "de"} | given
    )


def test_consent_keeps_words_language_channel_and_moment():
    now = timezone.now()

    consent = give(language="tr", channel=Channel.TELEPHONE, now=now)

    assert (consent.text_version, consent.language, consent.channel, consent.given_at) == (
        consents.WORDINGS["invitations"].version,
        "tr",
        "telephone",
        now,
    )


def test_the_same_consent_twice_is_one():
    assert give() == give(email="Person@Verein.example ")


def test_new_words_end_the_older_consent(monkeypatch):
    old = give()
    monkeypatch.setitem(
        consents.WORDINGS, "invitations", consents.Wording("Invitations", "2027-01", "New words")
    )

    new = give()

    old.refresh_from_db()
    assert old.withdrawn_at
    assert new.text_version == "2027-01"


def test_consent_to_one_thing_is_none_to_another():
    give(purpose="participation", reference="events.Party:1")

    assert has_consent(
        email="person@verein.example", purpose="participation", reference="events.Party:1"
    )
    assert not has_consent(
        email="person@verein.example", purpose="participation", reference="events.Party:2"
    )
    assert not has_consent(email="person@verein.example", purpose="photo_list")


def test_withdrawing_is_kept_with_how_it_came():
    give()

    ended = withdraw_consent(
        email="PERSON@verein.example", purpose="invitations", how=Channel.LETTER
    )

    assert ended == 1
    consent = Consent.objects.get()
    assert (consent.withdrawn_by, consent.withdrawn_at is not None) == ("letter", True)
    assert not has_consent(email="person@verein.example", purpose="invitations")


def test_withdrawn_consent_can_be_given_again():
    give()
    withdraw_consent(email="person@verein.example", purpose="invitations")

    give()

    assert Consent.objects.living().count() == 1


def test_a_purpose_without_words_cannot_be_agreed_to():
    with pytest.raises(KeyError):
        give(purpose="everything")


def test_a_withdrawal_says_how():
    consent = give()

    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(
            withdrawn_at=timezone.now() + timedelta(days=1)
        )
