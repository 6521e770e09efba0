"""Every page in `LOOKS` of tests/<app>/looks.py, in a browser."""

import pkgutil
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.urls import translate_url
from django.utils.translation import override

import tests
from tests.browser import Look, check_page

LOOKS: list[Look] = [
    look
    for package in pkgutil.iter_modules(tests.__path__, "tests.")
    if package.ispkg and find_spec(f"{package.name}.looks")
    for look in import_module(f"{package.name}.looks").LOOKS
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_page_is_good_on_a_desk_and_on_a_phone(look, language, new_page):
    url = look.url()
    with override("de"):
        translated = translate_url(url, language)
    # What does not resolve has no translation: a missing page is asked for by its prefix.
    url = f"/{language}{url}" if translated == url and language != "de" else translated
    user = look.user() if look.user else None
    page = new_page(width=1280, user=user)
    for width, dark in ((1280, False), (320, True)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light")
        check_page(page, url, status=look.status)
        if look.act:
            look.act(page)
            check_page(page)
