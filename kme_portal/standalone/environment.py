"""Makes .venv, node_modules and static/build for this checkout, each only when its inputs changed.

Run as a file by the Python of the machine: `python3 kme_portal/standalone/environment.py run|test`.
It imports nothing of ours and is written so that an old Python can still read it and say so.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "\nThe portal needs Python 3.11 or newer, and {} is {}.{}. "
        "Install a newer one, or name it: make run PYTHON=python3.12\n".format(
            sys.executable, *sys.version_info
        )
    )

import errno
import hashlib
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
ASSETS = ROOT / "static" / "build"
REQUIREMENTS = {"run": "requirements-run.txt", "test": "requirements-dev.txt"}
OLDEST_NODE = 20
CLASSES_ARE_NAMED_IN = (
    "templates",
    "organisations",
    "events",
    "dialogues",
    "funding",
    "kme_portal",
)


def main(purpose: str) -> None:
    make_venv(purpose)
    make_node_modules()
    make_assets()
    if purpose == "test":
        find_chromium()


def make_venv(purpose: str) -> None:
    requirements = ROOT / REQUIREMENTS[purpose]
    wanted = digest([requirements])
    if not works():
        if VENV.is_symlink():
            VENV.unlink()
        if not os.access(ROOT, os.W_OK):
            raise PermissionError(errno.EACCES, "not writable", str(ROOT))
        shutil.rmtree(VENV, ignore_errors=True)
        print("Making the Python environment in .venv", flush=True)
        try:
            run([sys.executable, "-m", "venv", str(VENV)])
        except subprocess.CalledProcessError:
            shutil.rmtree(VENV, ignore_errors=True)
            stop(
                "Python's venv module is not complete on this machine. "
                "On Debian and Ubuntu: apt install python3-venv"
            )
    if done(VENV / f".installed-for-{purpose}", wanted):
        return
    started = time.monotonic()
    print(f"Installing the packages of {requirements.name} (about a minute)", flush=True)
    for name in REQUIREMENTS:
        (VENV / f".installed-for-{name}").unlink(missing_ok=True)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes"]
    try:
        run([*command, "--disable-pip-version-check", "-r", str(requirements)])
    except subprocess.CalledProcessError:
        stop("The Python packages could not be installed; pip says why above. Is the network up?")
    note(VENV / f".installed-for-{purpose}", wanted)
    if purpose == "test":
        # What the tests need contains what the portal needs.
        note(VENV / ".installed-for-run", digest([ROOT / REQUIREMENTS["run"]]))
    print(f"Packages installed in {time.monotonic() - started:.0f} s", flush=True)


def works() -> bool:
    """False when .venv is missing, half made, or its Python was removed."""
    try:
        tried = subprocess.run([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL)
        return tried.returncode == 0
    except OSError:
        return False


def make_node_modules() -> None:
    wanted = digest([ROOT / "package.json", ROOT / "package-lock.json"])
    if done(NODE_MODULES / ".installed", wanted):
        return
    need_node()
    print("Installing the packages of package-lock.json", flush=True)
    try:
        run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"])
    except subprocess.CalledProcessError:
        stop("The Node packages could not be installed; npm says why above. Is the network up?")
    note(NODE_MODULES / ".installed", wanted)


def make_assets() -> None:
    sources = [ROOT / "package-lock.json", *files("frontend", ("*",))]
    for folder in CLASSES_ARE_NAMED_IN:
        sources += files(folder, ("*.html", "*.py", "*.txt", "*.svg", "*.js"))
    wanted = digest(sources)
    if done(ASSETS / ".built", wanted):
        return
    need_node()
    print("Building style sheets and fonts", flush=True)
    try:
        run(["npm", "run", "--silent", "build"])
    except subprocess.CalledProcessError:
        stop("The style sheets could not be built; the reason stands above.")
    note(ASSETS / ".built", wanted)


def need_node() -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        stop(
            f"The portal needs Node {OLDEST_NODE} or newer with npm, to build its style sheets. "
            "On Debian and Ubuntu: apt install nodejs npm"
        )
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    version = re.match(r"v(\d+)", answer)
    if not version or int(version[1]) < OLDEST_NODE:
        stop(f"The portal needs Node {OLDEST_NODE} or newer; this machine has {answer.strip()}.")


def find_chromium() -> None:
    """The browser of the tests: root installs Debian's, others are told how."""
    if shutil.which("chromium"):
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    if os.getuid() != 0 or not shutil.which("apt-get"):
        stop(
            "The tests drive Debian's Chromium, which is missing. Install it, then start again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
    print("Installing Chromium for the tests", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(["apt-get", "update", "--quiet"], quiet)
        run([*install, "--quiet"], quiet)
    except subprocess.CalledProcessError:
        stop("Chromium could not be installed; apt-get says why above.")


def files(folder: str, patterns: tuple[str, ...]) -> list[Path]:
    return [
        path for pattern in patterns for path in (ROOT / folder).rglob(pattern) if path.is_file()
    ]


def digest(paths: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(set(paths)):
        whole.update(str(path.relative_to(ROOT)).encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def done(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text() == wanted


def note(stamp: Path, value: str) -> None:
    stamp.write_text(value)


def run(command: list[str], more: dict[str, str] | None = None) -> None:
    env = os.environ | (more or {})
    subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL, env=env)


def stop(text: str) -> None:
    sys.exit(f"\n{text}\n")


if __name__ == "__main__":
    purposes = sys.argv[1:]
    if len(purposes) != 1 or purposes[0] not in REQUIREMENTS:
        sys.exit(__doc__)
    os.umask(0o022)
    try:
        main(purposes[0])
    except KeyboardInterrupt:
        sys.exit(130)
    except PermissionError as error:
        stop(
            f"This account may not write to {error.filename}. Start as the owner of this checkout, "
            "or remove .venv, node_modules, static/build and .local."
        )
