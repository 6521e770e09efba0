"""Every address in every role, and no address without a row."""

import inspect
import pkgutil
import re
from importlib import import_module

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLResolver

import tests.access
from tests.access import OFFICE, ROLES, Row
from tests.doors import sign_in
from tests.factories import make_staff, make_user

TABLES = [
    import_module(f"tests.access.{module.name}")
    for module in pkgutil.iter_modules(tests.access.__path__)
]
ROWS: list[Row] = [row for table in TABLES for row in table.ROWS]
MODELS: dict[str, tuple[str, ...]] = {
    label: groups for table in TABLES for label, groups in getattr(table, "MODELS", {}).items()
}


def names(resolver=None, prefix="") -> set[str]:
    """Names of all addresses, without those the admin makes for each of its models."""
    found = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            found |= names(pattern, space)
        elif pattern.name:
            found.add(f"{prefix}{pattern.name}")
    return found - of_models()


def of_models() -> set[str]:
    return {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{action}"
        for model in admin.site._registry
        for action in ("changelist", "add", "history", "delete", "change")
    }


def test_every_address_has_a_row():
    assert names() - {row.name for row in ROWS} == set()


def test_every_row_has_an_address():
    assert {row.name for row in ROWS} - names() == set()


def test_every_record_of_the_admin_has_a_row():
    assert {model._meta.label for model in admin.site._registry} == set(MODELS)


@pytest.fixture
def people(db):
    """One person a role; None is not signed in."""
    return {
        "anonymous": None,
        "stranger": make_user(email="stranger@test.example"),
        "member": make_user(email="member@test.example"),
    } | {
        group: make_staff(group, email=f"{number}@office.example")
        for number, group in enumerate(OFFICE)
    }


def address_of(row: Row, people) -> str:
    needs_member = (
        "member" in inspect.signature(row.kwargs).parameters if row.kwargs is not dict else False
    )
    kwargs = row.kwargs(member=people["member"]) if needs_member else row.kwargs()
    return reverse(row.name, kwargs=kwargs)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_address_opens_to_the_roles_of_its_row(row, people, client):
    address = address_of(row, people)

    found = {}
    for role in ROLES:
        client.logout()
        if people[role]:
            sign_in(client, people[role])
        found[role] = client.get(address).status_code

    assert found == row.statuses


CLOSED = {302, 403, 404}
"""To the door, or refused."""
OWN_ACCOUNT = {row.name for row in ROWS if row.name.startswith(("account_", "mfa_"))}
"""What acts on nothing but the account of whoever asks."""


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if len(set(row.statuses.values())) > 1 and row.name not in OWN_ACCOUNT],
    ids=lambda row: row.name,
)
def test_who_may_not_open_an_address_cannot_send_to_it_either(row, people, client):
    address = address_of(row, people)
    opened = row.statuses["Koordination" if row.name.startswith("admin:") else "member"]
    refused = [role for role in ROLES if row.statuses[role] in CLOSED - {opened}]
    assert refused

    for role in refused:
        client.logout()
        if people[role]:
            sign_in(client, people[role])
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(address, {"do": "save", "_save": "1", "name": "Fremd"})
        assert answer.status_code in CLOSED | {405}, role
        if answer.status_code == 302:
            assert "/anmelden/" in answer.url or "/verwaltung/login/" in answer.url, role
        assert [query["sql"] for query in asked if changes_rows(query["sql"])] == [], role


def changes_rows(sql: str) -> bool:
    """Whether a statement writes what an app keeps; sessions and what waits for a sign-in may."""
    written = re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "([a-z]+)_(\w+)"', sql)
    return bool(written) and written[1] in {"organisations", "events", "dialogues", "funding"}


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_records_are_listed_for_their_groups_alone(model, people, client):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")

    allowed = set()
    for role in ROLES:
        client.logout()
        if people[role]:
            sign_in(client, people[role])
        status = client.get(address).status_code
        assert status in ((200, 403) if role in OFFICE else (302,))
        if status == 200:
            allowed.add(role)

    assert allowed == set(MODELS.get(model._meta.label, ()))


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_nothing_is_deleted_in_bulk(model, people, rf):
    request = rf.get("/")
    request.user = people["Koordination"]

    assert "delete_selected" not in admin.site._registry[model].get_actions(request)


def test_what_is_not_public_asks_to_sign_in(client):
    """Public pages are marked; a view whose mark was forgotten shows too little, not too much."""
    for row in ROWS:
        if row.statuses["anonymous"] == 302 and row.kwargs is dict:
            try:
                address = reverse(row.name)
            except NoReverseMatch:
                continue
            assert client.get(address).status_code == 302
