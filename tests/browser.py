"""A real browser for the tests, and what every page must satisfy in it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.doors import sign_in

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # What passes is not told in full; that takes longer than finding what does not.
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class Look:
    """A page that is looked at: in `LOOKS` of tests/<app>/looks.py, each is checked in
    German and Arabic at 1280 and 320 px.

    `url()` makes the rows the page shows and returns its German address; `user()` makes who
    is signed in; `act(page)` brings the page into the state to be checked, such as errors.
    """

    name: str
    url: Callable[[], str]
    user: Callable | None = None
    act: Callable[[Page], None] | None = None
    status: int = 200


@dataclass
class Seen:
    """What the browser told while a page was open."""

    refused: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; `make test` installs it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    # Playwright's loop runs in this thread; Django would refuse the database because of it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Browser, live_server, client):
    """Opens windows: `new_page(width=390, dark=True, javascript=False, user=user)`."""
    contexts = []

    def open_page(*, width=1280, height=900, dark=False, javascript=True, user=None, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            base_url=live_server.url,
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        if user is not None:
            sign_in(client, user)
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies(
                [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
            )
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def watch(page: Page) -> Seen:
    """Notes from now on what the page was refused, asked of others, or did not get."""
    seen = Seen()

    def hear(message):
        if "Content Security Policy" in message.text:
            seen.refused.append(message.text)

    def answered(response):
        home = urlsplit(page.url).netloc
        asked = urlsplit(response.url)
        if asked.scheme in ("http", "https") and home and asked.netloc != home:
            seen.foreign.append(response.url)
        if response.status >= 400 and response.request.resource_type != "document":
            seen.failed.append(f"{response.status} {response.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: seen.failed.append(str(error)))
    page.on("response", answered)
    return seen


def check_page(page: Page, url: str | None = None, *, status: int = 200) -> None:
    """Open the address (or take the page as it stands) and check it as every page is:
    nothing refused by the Content-Security-Policy, nothing asked of other hosts, no sideways
    scrolling, no words that run out of their button, one main heading, no violation that
    axe-core finds.
    """
    seen = watch(page)
    if url is not None:
        response = page.goto(url)
        assert response is not None
        assert response.status == status, f"{url}: {response.status}"
    page.wait_for_load_state("load")
    place = f"{urlsplit(page.url).path} at {page.viewport_size['width']} px"
    wide = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wide <= 0, f"{place} scrolls {wide} px sideways: {_too_wide(page)}"
    spilled = _spilled(page)
    assert not spilled, f"{place} has words outside of their buttons: {spilled}"
    assert page.locator("h1").count() == 1, f"{place} has {page.locator('h1').count()} h1"
    assert not seen.refused, f"{place}: {seen.refused}"
    assert not seen.foreign, f"{place}: {seen.foreign}"
    assert not seen.failed, f"{place}: {seen.failed}"
    # Last, for axe-core tries styles of its own that the policy refuses.
    found = violations_on(page)
    assert not found, f"{place}: {[_told(violation) for violation in found]}"


def violations_on(page: Page) -> list[dict]:
    """What axe-core finds; it is put into a document once."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(Axe().axe_script)
    return page.evaluate(
        "(options) => axe.run(document, options).then((results) => results.violations)", AXE_RULES
    )


def _told(violation: dict) -> str:
    nodes = [node["html"][:160] for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {nodes}"


def _spilled(page: Page) -> list[str]:
    """Buttons narrower than their words; those behind closed menus have no width."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".kern-btn")].filter((button) => {
          const label = button.querySelector(":scope > .kern-label:not(.kern-sr-only)");
          const room = button.getBoundingClientRect();
          if (!label || !room.width) return false;
          const words = document.createRange();
          return [...label.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
            .some((node) => {
              words.selectNodeContents(node);
              const box = words.getBoundingClientRect();
              return box.width && (box.left < room.left - 1 || box.right > room.right + 1);
            });
        }).map((button) => button.outerHTML.slice(0, 160))"""
    )


def _too_wide(page: Page) -> list[str]:
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          return [...document.querySelectorAll("body *")].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.right > width + 1 || box.left < -1;
          }).slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
        }"""
    )
