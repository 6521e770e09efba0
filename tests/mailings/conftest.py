from pathlib import Path

import pytest

from tests.mail import MailServer
from tests.mailings.processes import Broker


@pytest.fixture(autouse=True)
def _own_templates(settings):
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "DIRS": [*settings.TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"],
        }
    ]


@pytest.fixture(scope="module")
def broker(tmp_path_factory):
    """For workers of the tests' own, apart from the one the tests themselves talk to."""
    broker = Broker(tmp_path_factory.mktemp("broker")).start()
    yield broker
    broker.kill()


@pytest.fixture(scope="module")
def shared_server():
    server = MailServer(password="right").start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_server):
    shared_server.forget()
    return shared_server
