"""Every page in `LOOKS` of tests/<app>/looks.py, in a browser."""

import pkgutil
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.urls import translate_url
from django.utils.translation import override
from playwright.sync_api import Page

import tests
from tests.browser import Look, check_page
from tests.comfort import cut_text, send_wrong, told_errors, walk

MODULES = [
    import_module(f"{package.name}.looks")
    for package in pkgutil.iter_modules(tests.__path__, "tests.")
    if package.ispkg and find_spec(f"{package.name}.looks")
]
LOOKS: list[Look] = [look for module in MODULES for look in module.LOOKS]


# Light and large, dark and small: both in a language of each direction.
VIEWS = [("de", 1280, "light"), ("de", 320, "dark"), ("ar", 1280, "dark"), ("ar", 320, "light")]
# A colour that changes by and by, as the admin's links do, is judged as it will be.
AT_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Going through a page with the Tab key takes longer than all the rest: in one language.
WALKED = "de"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_page_is_good_on_a_desk_and_on_a_phone(look, new_page):
    address = look.url()
    page = new_page(user=look.user() if look.user else None)
    for language in ("de", "ar"):
        views = [view for view in VIEWS if view[0] == language]
        show(page, views[0])
        check_page(page, in_language(address, language), status=look.status)
        show(page, views[1])
        check_page(page)
        if look.act:
            look.act(page)
            for view in reversed(views):
                show(page, view)
                check_page(page)
        for view in reversed(views):
            show(page, view)
            agree(page, cut_text(page) + told_errors(page))
        if language == WALKED:
            agree(page, walk(page))
    if not look.act:
        agree(page, send_wrong(page))


def show(page: Page, view: tuple[str, int, str]) -> None:
    """As in a window of this width, turned or resized, with these colours."""
    _language, width, scheme = view
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(AT_ONCE)
    page.emulate_media(color_scheme=scheme)


def agree(page: Page, troubles: list[str]) -> None:
    assert not troubles, f"{page.url} at {page.viewport_size['width']} px: {troubles}"


def in_language(address: str, language: str) -> str:
    with override("de"):
        translated = translate_url(address, language)
    # What does not resolve has no translation: a missing page is asked for by its prefix.
    missing = translated == address and language != "de"
    return f"/{language}{address}" if missing else translated
