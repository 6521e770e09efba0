"""What a web process holds in memory; benchmarks/memory.py weighs it."""

import os
import subprocess
import sys

from django.conf import settings

# Each takes some MiB of every process, and few requests need it: it is imported where it is used.
SELDOM_NEEDED = {"PIL", "css_inline", "holidays", "openpyxl", "slugify", "text_unidecode", "typst"}
START = """
import sys
from django.urls import get_resolver
import kme_portal.wsgi
get_resolver().reverse_dict
print(*sorted(sys.modules), sep="\\n")
"""


def test_a_web_process_starts_without_what_it_seldom_needs():
    started = subprocess.run(
        [sys.executable, "-c", START],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert started.returncode == 0, started.stderr
    imported = set(started.stdout.split())
    assert "events.views.events" in imported
    assert imported & SELDOM_NEEDED == set()
