"""python -m kme_portal.base.catalogues update [APP …] | check | compile"""

import sys

from kme_portal.base.catalogues import compile_catalogues, problems, update_catalogues
from kme_portal.base.catalogues.texts import APPS


def main(arguments: list[str]) -> int:
    match arguments:
        case ["update", *apps] if set(apps) <= set(APPS):
            for line in update_catalogues(apps or APPS):
                print(line)
            compile_catalogues()
            return 0
        case ["check"]:
            found = problems()
            for line in found:
                print(line)
            return 1 if found else 0
        case ["compile"]:
            compile_catalogues()
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
