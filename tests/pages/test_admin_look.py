"""Every record and every own view of the office's admin, in a browser.

The pages are found in the admin itself, so that a new model cannot be forgotten: the list of
each, its empty form, the record with the most rows below it, its history and its deletion.
"""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db.models import Count, Model
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from kme_portal.pages.demonstration import loading
from tests.browser import check_page
from tests.comfort import cut_text, told_errors
from tests.doors import sign_in
from tests.factories import make_staff
from tests.pages.test_look import MODULES, VIEWS, in_language, show
from tests.test_access import ROWS

LARGE, SMALL, LARGE_ARABIC, SMALL_ARABIC = VIEWS
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
APPS = sorted({model._meta.app_label for model in MODELS})
# Makes one record of a model that the demonstration leaves empty.
RECORDS = {
    label: make for module in MODULES for label, make in getattr(module, "RECORDS", {}).items()
}
# Ids that stand in the page more than once.
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""
# Letters, shown in a frame of the page that is looked at.
LETTERS = {"admin:events_campaign_letter", "admin:mailings_message_html"}
PAGES = [
    row
    for row in ROWS
    if row.name.startswith("admin:") and 200 in row.statuses.values() and row.name not in LETTERS
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("app_label", APPS)
def test_records_are_good_on_a_desk_and_on_a_phone(app_label, client, new_page):
    loading.load(now=timezone.now())
    page = open_as_superuser(client, new_page)
    addresses = [
        address
        for model in MODELS
        if model._meta.app_label == app_label
        for address in addresses_of(model)
    ]

    troubles = troubles_on(page, client, addresses)
    assert not troubles, "\n".join(troubles)


@pytest.mark.django_db(transaction=True)
def test_own_views_are_good_on_a_desk_and_on_a_phone(client, new_page):
    page = open_as_superuser(client, new_page)
    addresses = [(reverse(row.name, kwargs=row.kwargs()), [LARGE, SMALL_ARABIC]) for row in PAGES]

    troubles = troubles_on(page, client, addresses)
    assert not troubles, "\n".join(troubles)


@pytest.mark.django_db(transaction=True)
def test_what_points_at_a_field_points_at_that_of_its_own_row(client, new_page):
    page = open_as_superuser(client, new_page)
    page.goto(reverse("admin:events_event_add"))
    for _row in range(3):
        page.locator("#agenda-group .add-row a").click()
    page.locator("#agenda-0 .inline-deletelink").click()

    help_of = "#id_agenda-1-seats"
    page.wait_for_selector(f"{help_of}[aria-describedby='id_agenda-1-seats_helptext']")
    assert told_errors(page) == []
    assert page.evaluate(TWICE) == []


def open_as_superuser(client, new_page) -> Page:
    user = make_staff(is_superuser=True)
    sign_in(client, user)
    return new_page(user=user)


def addresses_of(model: type[Model]) -> Iterator[tuple[str, list]]:
    """Each page with the views it is opened in.

    Lists and forms in both directions, large and small; the empty form has the fields of the
    other one, and all histories and deletions look the same.
    """
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    row = fullest(model)
    yield reverse(f"{name}_changelist"), [LARGE, SMALL_ARABIC]
    yield reverse(f"{name}_change", args=[row.pk]), [LARGE_ARABIC, SMALL]
    yield reverse(f"{name}_add"), [SMALL_ARABIC]
    yield reverse(f"{name}_history", args=[row.pk]), [SMALL]
    yield reverse(f"{name}_delete", args=[row.pk]), [SMALL]


def fullest(model: type[Model]) -> Model:
    """The row with the most rows in the tables of its form, so that these are looked at too."""
    rows = model._default_manager.order_by("pk")
    for inline in admin.site._registry[model].inlines:
        links = [field for field in inline.model._meta.fields if field.related_model is model]
        link = next((field for field in links if field.name == inline.fk_name), links[0])
        rows = rows.annotate(**{f"of_{link.name}": Count(link.related_query_name(), distinct=True)})
        rows = rows.order_by(f"-of_{link.name}", "pk")
    return rows.first() or RECORDS[model._meta.label]()


def troubles_on(page: Page, client, addresses) -> list[str]:
    """What is wrong with these pages, in words; what cannot be opened here is left out."""
    found = []
    for address, views in addresses:
        answer = client.get(address)
        if answer.status_code in (302, 403, 405) or "html" not in answer["Content-Type"]:
            continue
        for view in views:
            show(page, view)
            try:
                check_page(page, in_language(address, view[0]))
            except AssertionError as trouble:
                found.append(str(trouble))
            width = page.viewport_size["width"]
            lost = told_errors(page) + cut_text(page)
            found += [f"{address} at {width} px: {trouble}" for trouble in lost]
    return found
