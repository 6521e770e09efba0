"""What operators are given fits the portal: every setting is explained, every name is one."""

import ast
import configparser
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from kme_portal import web
from kme_portal.base.backups import manifest

ROOT = settings.BASE_DIR
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.*"))
GUIDE = sorted((ROOT / "docs").glob("operator*.md"))
# Read by Python, by the libraries below us, or by the machine; not settings of the portal.
OF_THE_MACHINE = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "PATH"}
# Read by `kme_portal.standalone`.
OF_MAKE = {"ENV_FILE"}


def read_by(path: Path) -> set[str]:
    """Names that a module asks of the environment."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            asked = ast.unparse(node.func)
            if asked.startswith(("env.", "os.environ.get")):
                found.add(node.args[0].value)
    # Not the commas at which values are split.
    return {name for name in found if name.isupper()}


SETTINGS = read_by(ROOT / "kme_portal" / "settings.py") | read_by(ROOT / "kme_portal" / "web.py")


def documented() -> set[str]:
    """Names in the first column of the guide's tables."""
    rows = [line for path in GUIDE for line in path.read_text().splitlines()]
    cells = [row.split("|")[1] for row in rows if row.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`([A-Z][A-Z_]+)`", cell)}


def is_known(name: str) -> bool:
    return name in SETTINGS | OF_THE_MACHINE or name.removesuffix("_FILE") in SETTINGS


def test_every_variable_is_explained_and_every_explained_one_is_read():
    assert documented() == SETTINGS


def test_a_secret_may_stand_in_a_file(tmp_path):
    (tmp_path / "secret").write_text("of a file\n")
    read = "from kme_portal.settings import env; print(env.str('ANYTHING'))"

    said = subprocess.run(
        [sys.executable, "-c", read],
        env={**minimal(), "ANYTHING_FILE": str(tmp_path / "secret")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == "of a file\n"


def minimal() -> dict[str, str]:
    names = ["SECRET_KEY", "ADDRESS_DIGEST_KEY", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL"]
    return dict.fromkeys(names, "x") | {
        "DATABASE_URL": "postgres://x/x",
        "REDIS_URL": "redis://x",
        "EMAIL_URL": "smtp://x",
        "PORTAL_URL": "https://x.example",
    }


def test_an_address_with_https_brings_hsts_and_secure_cookies():
    names = ["SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT"]
    names += ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "DEBUG"]
    read = f"import kme_portal.settings as s; print([getattr(s, name) for name in {names}])"

    said = subprocess.run(
        [sys.executable, "-c", read],
        env=minimal(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    two_years = 2 * 365 * 24 * 3600
    assert ast.literal_eval(said.stdout) == [two_years, True, True, True, True, False]


@pytest.mark.parametrize("missing", sorted(minimal()))
def test_a_missing_setting_stops_the_start_and_is_named(missing):
    env = {name: value for name, value in minimal().items() if name != missing}

    said = subprocess.run(
        [sys.executable, "-c", "import kme_portal.settings"],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert said.returncode
    assert missing in said.stderr.splitlines()[-1]


def environment_of(unit: Path) -> set[str]:
    return set(re.findall(r"^Environment=([A-Z_]+)=", unit.read_text(), re.MULTILINE))


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_can_be_read_and_names_what_exists(unit):
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(unit.read_text())

    assert "Unit" in parser
    assert {name for name in environment_of(unit) if not is_known(name)} == set()
    for command in re.findall(r"manage\.py (\w+)", unit.read_text()):
        assert command in get_commands()


@pytest.mark.parametrize("unit", [path for path in UNITS if path.suffix == ".service"], ids=str)
def test_a_service_has_no_right_it_does_not_need(unit):
    text = unit.read_text()

    for line in (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "CapabilityBoundingSet=",
        "User=kme-portal",
    ):
        assert f"\n{line}\n" in text


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_understands_the_units(tmp_path):
    for unit in UNITS:
        shutil.copy(unit, tmp_path)
    # The commands are not where the guide puts them.
    for unit in tmp_path.iterdir():
        unit.write_text(
            re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(), flags=re.M)
        )
    (tmp_path / "kme-web@.service").rename(tmp_path / "kme-web@1.service")

    services = [str(path) for path in tmp_path.iterdir() if path.suffix != ".target"]
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *services], capture_output=True, text=True
    )

    assert [line for line in said.stderr.splitlines() if "kme-" in line] == []


def test_a_command_by_hand_gets_what_the_services_get():
    """kme-manage hands over the same secrets, and never runs the portal as root."""
    script = (DEPLOY / "kme-manage").read_text()
    unit = (DEPLOY / "systemd" / "kme-web@.service").read_text()

    given = set(re.findall(r"LoadCredential=\"(\w+):", script))
    assert given == set(re.findall(r"^LoadCredential=(\w+):", unit, re.MULTILINE))
    for name in given:
        assert f"--setenv={name.upper()}_FILE=" in script
    assert "--uid=kme-portal" in script
    tables_change = re.search(r"\n    ([\w |]+)\) database=owner_database_url", script)[1]
    assert set(tables_change.split(" | ")) == {"update", "migrate", "restore"}
    subprocess.run(["sh", "-n", DEPLOY / "kme-manage"], check=True)


def test_stopping_a_unit_takes_longer_than_web_needs():
    text = (DEPLOY / "systemd" / "kme-web@.service").read_text()

    assert int(re.search(r"TimeoutStopSec=(\d+)", text)[1]) > web.graceful_timeout


def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_the_compose_file_names_settings_that_exist():
    services = compose()["services"]
    ours = {name: entry for name, entry in services.items() if entry.get("image") == "kme-portal"}

    assert set(ours) == {"update", "web", "web2", "worker", "beat"}
    for entry in ours.values():
        assert {name for name in entry["environment"] if not is_known(name)} == set()
        assert entry["read_only"]
        assert entry["cap_drop"] == ["ALL"]
        given = {name.removesuffix("_FILE") for name in entry["environment"]}
        assert set(minimal()) <= given


def test_only_the_update_may_write_static_files():
    services = compose()["services"]

    for name in ("web", "web2", "worker", "beat"):
        assert "static:/srv/static:ro" in services[name]["volumes"]
    assert "static:/srv/static" in services["update"]["volumes"]


def test_no_secret_becomes_part_of_an_image():
    left_out = (DEPLOY / "Containerfile.dockerignore").read_text().splitlines()

    for secret in compose()["secrets"].values():
        assert secret["file"].startswith("./secrets/")
    assert {"deploy", "**/.env", ".git", ".local"} <= set(left_out)


def test_the_version_is_known_without_git(monkeypatch):
    """An image has none, and its backups name their version all the same."""
    monkeypatch.setenv("PATH", "/nonexistent")

    assert re.fullmatch(r"[\d.]+", manifest.version())


def test_every_secret_volume_and_network_of_the_compose_file_is_declared():
    file = compose()

    for entry in file["services"].values():
        assert set(entry.get("secrets", [])) <= set(file["secrets"])
        assert set(entry["networks"]) <= set(file["networks"])
        for volume in entry.get("volumes", []):
            source = volume.split(":")[0]
            known = source in file["volumes"] or (DEPLOY / source).exists()
            assert known, source
        context = entry.get("build", {}).get("context")
        assert context is None or (DEPLOY / context).resolve() == ROOT


def test_the_example_environment_names_settings_that_exist():
    lines = (DEPLOY / "portal.env").read_text().splitlines()
    names = {line.split("=")[0] for line in lines if line and not line.startswith("#")}

    assert names <= SETTINGS


def test_what_the_containerfile_copies_and_runs_exists():
    text = (DEPLOY / "Containerfile").read_text()

    for line in re.findall(r"^COPY (?!--from)(.+)", text, re.MULTILINE):
        for name in line.split()[:-1]:
            assert (ROOT / name).exists(), name
    for command in re.findall(r"manage\.py (\w+)", text):
        assert command in get_commands()
    for module in re.findall(r"python -m ([a-z_.]+)", text):
        assert module in ("venv", "compileall") or find(module), module
    assert json.loads((ROOT / "package.json").read_text())["scripts"]["build"]
    assert "\nUSER kme\n" in text
    assert "--require-hashes" in text
    environment = re.findall(r"\b([A-Z_]{4,})=", text)
    build_only = {"PYTHON_IMAGE", "NODE_IMAGE", "PIP_NO_CACHE_DIR", "PIP_DISABLE_PIP_VERSION_CHECK"}
    assert {name for name in environment if not is_known(name)} <= build_only


def find(module: str) -> bool:
    path = ROOT / module.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").exists()


def test_the_guide_links_to_what_exists():
    for path in GUIDE:
        text = path.read_text()
        for target in re.findall(r"\]\(([\w.-]+\.md)\)", text):
            assert (ROOT / "docs" / target).exists(), f"{path.name}: {target}"
        for target in re.findall(r"`(deploy/[\w./@-]+)`", text):
            assert (ROOT / target).exists() or target == "deploy/secrets/", f"{path.name}: {target}"
        for command in re.findall(r"(?:manage\.py|kme-manage) ([a-z_]+)(?=`| |\n)", text):
            assert command in get_commands(), f"{path.name}: {command}"
        for target in re.findall(r"\bmake (\w+)(?=`| [A-Z]+=|$)", text):
            assert f"\n{target}: " in (ROOT / "Makefile").read_text(), f"{path.name}: make {target}"


def test_the_list_of_packages_names_each_locked_one_once():
    said = subprocess.run(
        [sys.executable, ROOT / "kme_portal/standalone/sbom.py"],
        capture_output=True,
        text=True,
        check=True,
    )

    document = json.loads(said.stdout)
    addresses = [component["purl"] for component in document["components"]]
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    assert len(addresses) == len(set(addresses))
    locked = re.findall(r"^[\w.-]+==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert sum(address.startswith("pkg:pypi/") for address in addresses) == len(locked)
    assert any(address.startswith("pkg:pypi/django@5.2") for address in addresses)
