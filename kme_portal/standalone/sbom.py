"""Every locked package as CycloneDX 1.5 on standard output, for scanners of known weaknesses.

Run as a file: `python3 kme_portal/standalone/sbom.py`. It reads the locks and asks nobody.
"""

import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ALGORITHMS = {"sha512": "SHA-512", "sha384": "SHA-384", "sha256": "SHA-256", "sha1": "SHA-1"}


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project["name"],
                "version": project["version"],
            }
        },
        "components": [
            *python_packages((ROOT / "requirements.txt").read_text()),
            *node_packages(json.loads((ROOT / "package-lock.json").read_text())),
        ],
    }
    json.dump(document, sys.stdout, indent=1)
    print()


def python_packages(lock: str) -> Iterator[dict]:
    """What runs in production; a package stands once, with the checksums of all its files."""
    for entry in re.split(r"\n(?=\S)", lock):
        if found := LOCKED.match(entry):
            name = re.sub(r"[-_.]+", "-", found["name"]).lower()
            yield {
                "type": "library",
                "name": name,
                "version": found["version"],
                "purl": f"pkg:pypi/{name}@{quote(found['version'])}",
                "properties": [
                    {"name": "sha256 of a file", "value": value} for value in HASH.findall(entry)
                ],
            }


def node_packages(lock: dict) -> Iterator[dict]:
    """What style sheets and scripts are built from; none of it runs on the server."""
    for path, entry in sorted(lock["packages"].items()):
        name = path.rpartition("node_modules/")[2]
        if not name or "version" not in entry:
            continue
        component = {
            "type": "library",
            "name": name,
            "version": entry["version"],
            "purl": f"pkg:npm/{quote(name)}@{quote(entry['version'])}",
        }
        algorithm, _sign, value = entry.get("integrity", "").partition("-")
        if algorithm in ALGORITHMS:
            content = base64.b64decode(value).hex()
            component["hashes"] = [{"alg": ALGORITHMS[algorithm], "content": content}]
        yield component


if __name__ == "__main__":
    main()
