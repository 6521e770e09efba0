"""Whatever markup somebody typed is shown as typed: nothing runs, nothing is asked of others.

The policy that would stop a script is lifted here: escaping must hold by itself.
"""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from kme_portal.pages.demonstration import loading
from tests.browser import Look
from tests.doors import sign_in
from tests.factories import make_organisation, make_staff
from tests.hostile.typed import MARKUP, poison
from tests.pages.test_admin_look import MODELS, addresses_of
from tests.pages.test_look import MODULES

pytestmark = pytest.mark.django_db


def beside_each_other(looks: list[Look]) -> tuple[list, list[Look]]:
    """The rows of as many of these pages as do not stand in each other's way, and the rest."""
    prepared, rest = [], []
    for look in looks:
        try:
            with transaction.atomic():
                address, client = look.url(), Client()
                if look.user:
                    sign_in(client, look.user())
        except IntegrityError:
            rest.append(look)
        else:
            prepared.append((look, address, client))
    assert prepared
    return prepared, rest


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.split(".")[1])
def test_nothing_that_was_typed_runs_or_asks_others(module, unguarded):
    caught = []
    rest = list(module.LOOKS)
    while rest:
        with transaction.atomic():
            pages, rest = beside_each_other(rest)
            assert poison(MARKUP, turn=len(rest))
            for look, address, client in pages:
                caught += unguarded.caught_on(client, address, status=look.status)
            transaction.set_rollback(True)
    assert caught == []


def test_records_of_the_office_show_markup_as_typed(unguarded):
    """Lists, records, histories and deletions; read, not opened, since all share their scripts."""
    loading.load(now=timezone.now())
    poison(MARKUP)
    client = sign_in(Client(), make_staff(is_superuser=True))
    addresses = [
        address
        for model in MODELS
        for address, _views in addresses_of(model)
        if not address.endswith("/add/")
    ]

    caught, read = [], 0
    for address in addresses:
        answer = client.get(address)
        if answer.status_code == 200:
            read += 1
            caught += [f"{address}: {trace}" for trace in unguarded.alive_in(answer.content)]
    assert caught == []
    assert read > len(MODELS) * 2


def test_text_that_is_not_escaped_would_be_noticed(unguarded, settings):
    """The negative control, on a page whose templates let markup through."""
    organisation = make_organisation(is_listed=True)
    # Others among the vectors would lead away from the page.
    poison(MARKUP[:4])
    address = organisation.get_absolute_url()
    assert unguarded.caught_on(Client(), address) == []

    settings.TEMPLATES = [
        {**engine, "OPTIONS": {**engine["OPTIONS"], "autoescape": False}}
        for engine in settings.TEMPLATES
    ]

    caught = unguarded.caught_on(Client(), address)
    assert f"{address}: ran" in caught
    assert any("https://evil.example/x" in trouble for trouble in caught)
    assert unguarded.alive_in(Client().get(address).content)
