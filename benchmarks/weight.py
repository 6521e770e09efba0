"""What a first visit transfers, and what each further page adds, in a real browser."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.rows import Row
from benchmarks.web import web_server

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
KIB = 1024
FIRST = {"de": ("/", 120), "tr": ("/tr/", 200), "ar": ("/ar/", 200)}
FURTHER = ("/veranstaltungen/", "/vereine/", "/dialoge/")
MOST_FURTHER = 20


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        collect(folder)
        options = {"DJANGO_SETTINGS_MODULE": "kme_portal.settings", "STATIC_ROOT": folder}
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with web_server(**options) as server:
            rows = []
            for language, (path, most) in FIRST.items():
                page = browser.new_page(base_url=f"http://localhost:{server.port}")
                rows.append(row(f"first visit, {language}", transferred(page, path), most))
                if language == "de":
                    heaviest = max(transferred(page, further) for further in FURTHER)
                    rows.append(row("further page, the heaviest", heaviest, MOST_FURTHER))
                page.close()
        browser.close()
    return rows


def collect(folder: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "kme_portal.settings", "STATIC_ROOT": folder},
        check=True,
    )


def transferred(page: Page, path: str) -> float:
    """KiB over the wire, headers included; what the browser holds already costs nothing."""
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(path, wait_until="networkidle")
    session.detach()
    return sum(sizes) / KIB


def row(name: str, size: float, most: int) -> Row:
    return Row(name, size, most, size / most, unit="KiB", aim="plain is the limit")
