"""Runs every benchmark and prints its rows: python -m benchmarks [name …]"""

import importlib
import os
import pkgutil
import sys

import django

import benchmarks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")


def main(wanted: list[str]) -> int:
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    from benchmarks.rows import Row

    # A database of its own, gone afterwards: nothing is measured, or left, among real rows.
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(Row.head())
        for found in pkgutil.iter_modules(benchmarks.__path__):
            if not _is_wanted(found.name, wanted):
                continue
            module = importlib.import_module(f"benchmarks.{found.name}")
            for row in module.run() if hasattr(module, "run") else ():
                print(row, flush=True)
    finally:
        teardown_databases(databases, verbosity=0)
    return 0


def _is_wanted(name: str, wanted: list[str]) -> bool:
    return name != "__main__" and (not wanted or name in wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
