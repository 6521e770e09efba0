import pytest
from django.template import engines

from tests.strict import UnknownVariable


@pytest.fixture
def ours(settings):
    """A template of ours from a text."""

    def make(text):
        template = engines["django"].from_string(text)
        template.template.origin.name = str(settings.BASE_DIR / "templates" / "test.html")
        return template

    return make


def test_an_unknown_variable_fails(ours):
    with pytest.raises(UnknownVariable, match="nobody"):
        ours("{{ nobody }}").render({})


def test_asking_whether_there_is_one_does_not(ours):
    assert ours("{% if nobody %}x{% endif %}").render({}) == ""
