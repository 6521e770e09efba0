"""What header, menus and footer owe to everyone, in a real browser."""

import gzip

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db(transaction=True)
KILOBYTE = 1024


def test_the_menu_opens_without_a_script(new_page):
    page = new_page(width=390, javascript=False)
    page.goto("/")

    page.get_by_text("Menü", exact=True).click()
    page.get_by_role("link", name="Dialoge", exact=True).click()

    assert page.url.endswith("/dialoge/")


def test_the_language_menu_leads_to_the_same_page(new_page):
    page = new_page(width=390, javascript=False)
    page.goto("/netiquette/")

    page.locator(".menu--language summary").click()
    page.get_by_role("link", name="Türkçe").click()

    assert page.url.endswith("/tr/netiquette/")
    assert page.locator("html").get_attribute("lang") == "tr"


def test_the_first_key_leads_past_the_header(new_page):
    page = new_page()
    page.goto("/impressum/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_every_control_of_the_header_is_reached_and_shows_that_it_is(new_page):
    page = new_page()
    page.goto("/")
    seen = []
    for _step in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                  const element = document.activeElement;
                  const style = getComputedStyle(element);
                  return [element.textContent.trim().replace(/\\s+/g, " "),
                          style.outlineStyle !== "none" || element.className === "skip-link"];
                }"""
            )
        )

    names = [name for name, _shown in seen]
    assert names[0] == "Zum Inhalt springen"
    assert names[1] == "Leichte Sprache"
    assert names[3:6] == ["Sprache: Deutsch", "Anmelden", "Veranstaltungen"]
    assert all(shown for _name, shown in seen)


@pytest.mark.parametrize("path", ["/", "/ar/", "/datenschutz/", "/tr/kontakt/"])
def test_text_of_twice_the_size_fits_the_window(new_page, path):
    page = new_page(width=1280)
    page.goto(path)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_a_printed_page_holds_the_text_and_not_the_buttons(new_page):
    page = new_page()
    page.goto("/impressum/")
    page.emulate_media(media="print")

    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".main-nav").is_visible()
    assert not page.locator(".site-header__account").is_visible()


@pytest.mark.parametrize(("path", "most"), [("/", 120), ("/tr/", 200), ("/ar/", 200)])
def test_a_first_visit_is_light(new_page, path, most):
    call_command("demo", verbosity=0)
    page = new_page()
    sizes = {}

    def weigh(response):
        body = response.body()
        # Fonts are packed already; the rest travels packed.
        packed = body if response.url.endswith(".woff2") else gzip.compress(body, 6)
        sizes[response.url] = len(packed)

    page.on("requestfinished", lambda request: weigh(request.response()))
    page.goto(path, wait_until="networkidle")

    total = sum(sizes.values()) / KILOBYTE
    assert total <= most, sorted(sizes.items(), key=lambda item: -item[1])
    document = next(size for url, size in sizes.items() if url.endswith(path))
    assert document / KILOBYTE <= 20


def test_the_portal_is_readable_with_colours_of_ones_own(new_page):
    page = new_page(forced_colors="active")
    page.goto("/")

    assert page.get_by_role("heading", level=1).is_visible()
    assert (
        page.locator(".card, .audience").first.evaluate(
            "element => getComputedStyle(element).borderTopStyle"
        )
        == "solid"
    )
