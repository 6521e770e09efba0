"""Django's selects that look a row up while one types, as HTML wants them."""

import re

import pytest
from django.urls import reverse

from tests.factories import make_event, make_organisation, make_staff

pytestmark = pytest.mark.django_db
SELECT = re.compile(r"<select ([^>]*admin-autocomplete[^>]*)>(.*?)</select>", re.DOTALL)
NO_ANSWER = re.compile(r'\s*<option value=""[^>]*>-+</option>')


@pytest.mark.parametrize("is_new", [True, False])
def test_the_first_option_is_no_answer_and_none_is_without_words(client_as, is_new):
    path = (
        reverse("admin:events_event_add")
        if is_new
        else reverse("admin:events_event_change", args=[make_event().pk])
    )

    page = client_as(make_staff("Koordination")).get(path).content.decode()

    selects = SELECT.findall(page)
    assert selects
    assert all(NO_ANSWER.match(options) for head, options in selects if " multiple" not in head)
    assert not re.search(r"<option[^>]*>\s*</option>", "".join(body for _head, body in selects))


def test_what_was_chosen_is_still_chosen(client_as):
    event = make_event(organiser=make_organisation(name="Verein Nord"))
    path = reverse("admin:events_event_change", args=[event.pk])

    page = client_as(make_staff("Koordination")).get(path).content.decode()

    assert re.search(rf'<option value="{event.organiser_id}" selected[^>]*>Verein Nord', page)
