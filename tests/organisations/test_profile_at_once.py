"""Two people change a profile at once: both are heard, neither loses a text."""

import pytest

from tests.organisations.profile_steps import opened, opened_from, part, save

pytestmark = pytest.mark.django_db


def test_of_two_who_change_different_fields_both_are_heard(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")

    response = client.post(url, mine | {"phone": "0212 1"}, follow=True)

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0212 1")
    assert "Inzwischen hat jemand anderes geändert" in response.content.decode()


def test_the_second_of_two_sees_both_texts_and_loses_none(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen", phone="0212 9")

    response = client.post(url, mine | {"city": "Köln"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Solingen" in page
    assert 'value="Köln"' in page
    role.organisation.refresh_from_db()
    assert role.organisation.city == "Solingen"

    again = opened_from(response) | {"city": "Köln"}
    undecided = client.post(url, again)
    assert undecided.status_code == 409
    assert "Bitte wählen Sie überall" in undecided.content.decode()

    client.post(url, opened_from(undecided) | {"city": "Köln", "choice-city": "mine"})
    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Köln", "0212 9")


def test_the_second_of_two_may_let_the_other_text_stand(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")
    response = client.post(url, mine | {"city": "Köln", "phone": "0212 1"})

    client.post(
        url,
        opened_from(response) | {"city": "Köln", "phone": "0212 1", "choice-city": "theirs"},
    )

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0212 1")


def test_a_choice_is_kept_while_another_is_still_to_be_made(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen", phone="0212 9")
    typed = {"city": "Köln", "phone": "0221 1"}
    first = client.post(url, mine | typed)

    second = client.post(url, opened_from(first) | typed | {"choice-city": "theirs"})
    assert second.status_code == 409
    client.post(
        url,
        opened_from(second) | typed | {"choice-city": "theirs", "choice-phone": "mine"},
    )

    role.organisation.refresh_from_db()
    assert (role.organisation.city, role.organisation.phone) == ("Solingen", "0221 1")


def test_both_who_type_the_same_do_not_clash(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)
    save(client, url, mine, city="Solingen")

    assert save(client, url, mine, city="Solingen").status_code == 302


def test_a_forged_memory_of_the_form_overwrites_nothing_in_silence(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "kontakt")
    mine = opened(client, url)

    response = client.post(url, mine | {"seen": "gefälscht", "city": "Köln"})

    assert response.status_code == 302
    role.organisation.refresh_from_db()
    assert role.organisation.city == "Köln"
