"""A window in which no Content-Security-Policy holds.

Pages are asked for by the test client and handed to the browser, so that the rows of a test need
neither a server nor a commit.
"""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client

from tests.hostile.impatience import LONGEST, ImpatientClient
from tests.hostile.typed import TRACES

HOME = "http://localhost"


@pytest.fixture
def client(db):
    """Instead of Django's: neither the portal nor the database may work long for an answer."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{LONGEST}s'")
    return ImpatientClient()


class Unguarded:
    """One window for all, in which no Content-Security-Policy holds."""

    def __init__(self, chromium):
        self.context = chromium.new_context(bypass_csp=True, service_workers="block")
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.route("**/*", self._fulfill)

    def caught_on(self, client: Client, address: str, *, status: int = 200) -> list[str]:
        """What ran on this page, what it asked of others, and which typed elements are alive."""
        # Asked for here: what the browser calls back runs beside the test's transaction.
        answer = client.get(address, follow=True, headers={"host": "localhost"})
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        return [f"{address}: {trouble}" for trouble in self.opened(answer.content, address)]

    def opened(self, html: bytes | str, address: str = "/") -> list[str]:
        """The same of a page at hand."""
        self.html, self.asked = html, []
        self.page.goto(HOME + address)
        ran = ["ran"] if self.page.evaluate("window.caught") else []
        return ran + self.asked + self.page.evaluate(f"({TRACES})(document)")

    def alive_in(self, html: bytes) -> list[str]:
        """Live elements a browser makes of this page, without running it."""
        read = f"(html) => ({TRACES})(new DOMParser().parseFromString(html, 'text/html'))"
        return self.page.evaluate(read, html.decode())

    def _fulfill(self, route) -> None:
        parts = urlsplit(route.request.url)
        if f"{parts.scheme}://{parts.netloc}" != HOME:
            self.asked.append(route.request.url)
            route.abort()
        elif route.request.is_navigation_request() and not route.request.frame.parent_frame:
            route.fulfill(content_type="text/html; charset=utf-8", body=self.html)
        elif (script := script_at(parts.path)) is not None:
            route.fulfill(path=script, content_type="text/javascript")
        else:
            # Style sheets, fonts and pictures of ours run nothing.
            route.fulfill(status=404, body="")


@pytest.fixture(scope="session")
def unguarded(chromium):
    window = Unguarded(chromium)
    yield window
    window.context.close()


@cache
def script_at(path: str) -> Path | None:
    if not path.startswith("/static/") or not path.endswith(".js"):
        return None
    return Path(finders.find(path.removeprefix("/static/")))
