"""Imports and relations of models run one way, so that each app stands without those above."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
# Each may look at those before it, never at those behind it.
ORDER = (
    "kme_portal.base",
    "kme_portal.mailings",
    "kme_portal.accounts",
    "organisations",
    "events",
    "dialogues",
    "funding",
    "kme_portal.pages",
)
# What the site itself is made of; apps read it through django.conf alone.
WIRING = ("kme_portal.settings", "kme_portal.urls", "kme_portal.celery", "kme_portal.wsgi")


def app_of(module: str) -> str | None:
    return next((app for app in ORDER if module == app or module.startswith(f"{app}.")), None)


def imported_by(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("app", ORDER)
def test_an_app_imports_nothing_from_above(app):
    above = ORDER[ORDER.index(app) + 1 :]
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / app.replace(".", "/")).rglob("*.py")
        for name in imported_by(path)
        if app_of(name) in above or (name.startswith(WIRING) and app != "kme_portal.pages")
    ]
    assert wrong == []


@pytest.mark.parametrize("app", ORDER)
def test_a_model_points_to_nothing_above(app):
    place = ORDER.index(app)
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_app_config(app.rsplit(".")[-1]).get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if (other := app_of(field.related_model._meta.app_config.name))
        and ORDER.index(other) > place
    ]
    assert wrong == []


def test_the_supervisor_starts_without_django():
    portal = ROOT / "kme_portal"
    wrong = [
        f"{path.name} imports {name}"
        for path in (portal / "__init__.py", *(portal / "standalone").rglob("*.py"))
        for name in imported_by(path)
        if name.startswith(("django", "celery", *WIRING)) or app_of(name)
    ]
    assert wrong == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_portal_asks_no_address_that_somebody_typed():
    """No program of ours can fetch a page; the supervisor alone asks its own server."""
    clients = re.compile(
        r"^\s*(?:from|import) (?:urllib\.request|urllib3|http\.client|requests|httpx|aiohttp)\b",
        re.MULTILINE,
    )
    asking = [
        str(path.relative_to(ROOT))
        for app in ("kme_portal", "organisations", "events", "dialogues", "funding")
        for path in sorted((ROOT / app).rglob("*.py"))
        if clients.search(path.read_text())
    ]
    assert asking == ["kme_portal/standalone/run.py"]
