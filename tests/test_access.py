"""Every address in every role, and no address without a row."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from django.contrib import admin
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


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_address_opens_to_the_roles_of_its_row(row, people, client):
    needs_member = (
        "member" in inspect.signature(row.kwargs).parameters if row.kwargs is not dict else False
    )
    kwargs = row.kwargs(member=people["member"]) if needs_member else row.kwargs()
    address = reverse(row.name, kwargs=kwargs)

    found = {}
    for role in ROLES:
        client.logout()
        if people[role]:
            sign_in(client, people[role])
        found[role] = client.get(address).status_code

    assert found == row.statuses


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
