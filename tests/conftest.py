import socket

import pgtrigger
import pytest
from django.test import Client, TransactionTestCase
from django.utils import translation

from kme_portal.base.append_only import not_emptied
from tests.browser import chromium, new_page  # noqa: F401 - fixtures of every app
from tests.database import django_db_modify_db_settings as django_db_modify_db_settings
from tests.database import django_db_setup as django_db_setup
from tests.doors import sign_in
from tests.mail import mail_server as mail_server


@pytest.fixture(autouse=True)
def speak_german():
    """A page asked for in Turkish leaves its thread speaking Turkish; each test begins anew."""
    translation.activate("de")
    yield
    translation.activate("de")


@pytest.fixture(autouse=True, scope="session")
def emptied_between_tests():
    """Tests that commit end with TRUNCATE, which tables that only grow refuse anybody else."""
    flush = TransactionTestCase._fixture_teardown
    refusals = [
        f"{model._meta.label}:{trigger.name}"
        for model, trigger in pgtrigger.registered()
        if trigger.name == not_emptied.name
    ]

    def flush_everything(self):
        with pgtrigger.ignore(*refusals):
            flush(self)

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", flush_everything)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Nothing beyond this machine is asked, by accident or by design."""
    connect = socket.socket.connect

    def refuse(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise AssertionError(f"a test reached for {address[0]}")
        return connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", refuse)
    yield
    patch.undo()


def is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


@pytest.fixture
def client_as(db):
    """Opens clients by role: `client_as("Koordination")`, `client_as(user)`, `client_as(None)`."""
    from tests.factories.accounts import make_staff

    def open_client(who) -> Client:
        if who is None:
            return Client()
        return sign_in(Client(), make_staff(who) if isinstance(who, str) else who)

    return open_client
