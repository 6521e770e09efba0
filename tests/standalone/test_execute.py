"""Two servers for the time of one command."""

import os
import signal
import sys

import pytest

from kme_portal.standalone.config import ROOT, Folders

pytestmark = pytest.mark.xdist_group("standalone")

ASK_BOTH = """
import os, psycopg, redis
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.execute("select lower('ÄÖÜ')").fetchone()[0], end=" ")
print(redis.Redis.from_url(os.environ["REDIS_URL"]).ping())
"""


def test_the_command_finds_both_servers_and_its_code_is_returned(standalone):
    code, said = standalone.finish(
        "exec", "--fast", "--", sys.executable, "-c", ASK_BOTH + "raise SystemExit(7)"
    )

    assert (code, said) == (7, "äöü True\n")
    assert standalone.left_after(0.5) == {}


def test_two_test_runs_of_one_checkout_have_servers_of_their_own(standalone):
    first = standalone.start("exec", "--fast", "--", "sleep", "30")
    standalone.wait_for_command("sleep")

    code, _ = standalone.finish("exec", "--fast", "--", "true")

    assert code == 0
    assert (standalone.local / "test-2" / "postgres").exists()
    first.terminate()
    assert first.wait(60) == 128 + signal.SIGTERM
    assert standalone.left_after(0.5) == {}


def test_a_killed_supervisor_leaves_no_server(standalone):
    process = standalone.start("exec", "--fast", "--", "sleep", "30")
    standalone.wait_for_command("sleep")

    process.kill()

    assert standalone.left_after(10) == {}


def test_servers_given_from_outside_are_used_and_none_is_started(standalone):
    given = {"DATABASE_URL": "postgres://there/portal", "REDIS_URL": "redis://there"}

    code, said = standalone.finish(
        "exec", "--", "sh", "-c", "echo $DATABASE_URL $REDIS_URL", **given
    )

    assert code == 0
    assert said == "postgres://there/portal redis://there\n"
    assert not (standalone.local / "postgres").exists()


def test_a_command_that_does_not_exist_is_named(standalone):
    outside = {"DATABASE_URL": "postgres://there/portal", "REDIS_URL": "redis://there"}

    assert standalone.finish("exec", "--", "no-such-command", **outside) == (
        1,
        "\nno-such-command cannot be run: No such file or directory\n\n",
    )


def test_a_deep_folder_gets_its_sockets_elsewhere(standalone):
    standalone.local = standalone.local / ("deep" * 12) / ("er" * 20)
    assert Folders(standalone.local).sockets.parts[1] == "tmp"

    code, said = standalone.finish("exec", "--", sys.executable, "-c", ASK_BOTH)

    assert (code, said) == (0, "äöü True\n")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_account_is_refused(standalone):
    standalone.local.mkdir()
    os.chown(standalone.local, 4321, -1)

    code, said = standalone.finish("exec", "--", "true")

    assert code == 1
    assert f"{standalone.local} belongs to the account with number 4321" in said


def test_the_secrets_are_made_once_and_for_the_owner_alone(standalone):
    outside = {"DATABASE_URL": "postgres://there/portal", "REDIS_URL": "redis://there"}
    command = ("exec", "--", "sh", "-c", "echo $SECRET_KEY")

    first, second = standalone.finish(*command, **outside), standalone.finish(*command, **outside)

    assert first == second
    assert len(first[1]) > 50
    assert (standalone.local / "secrets.env").stat().st_mode & 0o777 == 0o600
    assert ROOT not in standalone.local.parents


def test_signals_reach_the_command(standalone):
    trap = "trap 'echo asked; exit 3' TERM; echo ready; while true; do sleep 0.05; done"
    process = standalone.start("exec", "--fast", "--", "sh", "-c", trap)
    assert process.stdout.readline() == "ready\n"

    process.send_signal(signal.SIGTERM)

    output, _ = process.communicate(timeout=60)
    assert (process.returncode, output) == (3, "asked\n")


def test_an_environment_file_is_read_and_what_is_set_wins(standalone, tmp_path):
    file = tmp_path / "portal.env"
    file.write_text(
        "# of the operator\n\nDATABASE_URL=postgres://there/portal\n"
        "REDIS_URL='redis://there'\nPORTAL_URL=\"https://portal.example\"\n"
    )

    said = standalone.finish(
        *("exec", "--", "sh", "-c", "echo $DATABASE_URL $REDIS_URL $PORTAL_URL"),
        ENV_FILE=str(file),
        REDIS_URL="redis://here",
    )

    assert said == (0, "postgres://there/portal redis://here https://portal.example\n")


def test_a_line_of_the_environment_file_that_is_no_setting_is_named(standalone, tmp_path):
    file = tmp_path / "portal.env"
    file.write_text("SECRET_KEY=x\nexport A=b\n")

    code, said = standalone.finish("exec", "--", "true", ENV_FILE=str(file))

    assert code == 1
    assert f"Line 2 of {file} is not NAME=value" in said


def test_an_address_in_a_file_counts_as_given(standalone, tmp_path):
    (tmp_path / "database_url").write_text("postgres://there/portal")

    code, said = standalone.finish(
        *("exec", "--", "sh", "-c", "echo ${DATABASE_URL:-none}"),
        DATABASE_URL_FILE=str(tmp_path / "database_url"),
        REDIS_URL="redis://there",
    )

    assert (code, said) == (0, "none\n")
    assert not (standalone.local / "postgres").exists()
