import pytest
from django.utils import translation

from tests.browser import chromium, new_page  # noqa: F401 - fixtures of every app
from tests.mail import mail_server as mail_server


@pytest.fixture(autouse=True)
def speak_german():
    """A page asked for in Turkish leaves its thread speaking Turkish; each test begins anew."""
    translation.activate("de")
    yield
    translation.activate("de")
