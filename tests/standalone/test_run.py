"""The whole portal starts with one command, and ends with nothing left."""

import os
import signal
import socket

import pytest

from tests.standalone.conftest import Standalone

pytestmark = pytest.mark.xdist_group("standalone")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """One set of data for all starts here: only the first start has to fill it."""
    return tmp_path_factory.mktemp("standalone") / "local"


@pytest.fixture
def standalone(data):
    starter = Standalone(data)
    yield starter
    starter.clean()


def test_a_second_start_is_refused_a_command_joins_and_a_kill_leaves_nothing(standalone):
    process, said = standalone.run()

    assert f"http://localhost:{standalone.port}/" in said
    assert standalone.get("/healthz/") == 200
    assert standalone.get("/", standalone.port + 25) == 200

    code, answer = standalone.finish("run", "--port", str(standalone.port))
    assert code == 1
    assert f"already runs from this checkout (process {process.pid})" in answer

    code, answer = standalone.finish("exec", "--", "sh", "-c", "echo $PORTAL_URL")
    assert (code, answer) == (0, f"http://localhost:{standalone.port}\n")

    assert len(standalone.processes()) > 8
    process.kill()
    assert standalone.left_after(20) == {}


def test_a_part_that_ends_by_itself_ends_all_and_is_named(standalone):
    process, _ = standalone.run()
    valkey = next(pid for pid, command in standalone.processes().items() if "valkey" in command)

    os.kill(valkey, signal.SIGKILL)

    output, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "valkey ended by itself" in output
    assert standalone.left_after(0.5) == {}


def test_it_ends_when_asked(standalone):
    process, _ = standalone.run()

    process.send_signal(signal.SIGTERM)

    assert process.wait(60) == 0
    assert standalone.left_after(0.5) == {}


def test_a_start_right_after_a_kill_waits_for_what_is_still_ending(standalone):
    killed = standalone.start("exec", "--", "sleep", "30")
    standalone.wait_for_command("sleep")

    killed.kill()

    code, said = standalone.finish("exec", "--", "echo", "well")
    assert (code, said.splitlines()[-1]) == (0, "well")


def test_a_taken_port_is_named_before_anything_starts(standalone):
    with socket.create_server(("127.0.0.1", standalone.port)):
        code, answer = standalone.finish("run", "--port", str(standalone.port))

    assert code == 1
    assert f"Port {standalone.port}, needed for the portal, is taken" in answer
    assert f"make run PORT={standalone.port + 1}" in answer
    assert "prepare" not in answer
