"""Translation catalogues without gettext's own tools, which a fresh machine may lack."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = (
    "organisations",
    "events",
    "dialogues",
    "funding",
    "kme_portal/base",
    "kme_portal/mailings",
    "kme_portal/accounts",
    "kme_portal/pages",
)


def compile_catalogues() -> int:
    """Makes the .mo files that are older than their .po file; returns how many."""
    made = 0
    for app in APPS:
        for po in (ROOT / app / "locale").glob("*/LC_MESSAGES/*.po"):
            mo = po.with_suffix(".mo")
            if mo.exists() and mo.stat().st_mtime > po.stat().st_mtime:
                continue
            with po.open("rb") as file:
                catalogue = read_po(file, locale=po.parent.parent.name)
            draft = mo.with_suffix(".new")
            with draft.open("wb") as file:
                write_mo(file, catalogue)
            os.replace(draft, mo)
            made += 1
    return made
