import json
import logging
import logging.config
from io import StringIO

import pytest
import structlog

from kme_portal.base.logs import logging_for, without_secrets
from kme_portal.mailings.links import make_token


@pytest.fixture
def lines():
    """Logs as in production, into memory."""
    stream = StringIO()
    settings = logging_for(json=True, level="INFO")
    settings["handlers"]["console"]["stream"] = stream
    before = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(settings)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.root.handlers, logging.root.level = before[0], before[1]


def test_a_line_is_json_with_the_id_of_the_request(lines):
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger("portal").warning("happened", extra={"organisation": 7})

    [line] = lines()
    assert (line["event"], line["organisation"], line["request_id"]) == ("happened", 7, "abc")
    assert line["timestamp"].endswith("Z")


def test_addresses_and_tokens_are_dropped_from_text_extras_and_tracebacks(lines):
    token = make_token("invitation", "x" * 22)
    try:
        raise ValueError(f"person@verein.example {token}")
    except ValueError:
        logging.getLogger("portal").exception(
            "broke at /einladung/%s/", token, extra={"who": "person@verein.example"}
        )

    text = json.dumps(lines())
    assert "person@" not in text
    assert token not in text
    assert "[token]" in text


@pytest.mark.parametrize(
    "path",
    ["/einladung/abc/", "/anmeldung/abc/absagen/", "/konto/einladung/abc/", "/abbestellen/abc/"],
)
def test_no_path_keeps_its_token(path):
    assert "abc" not in without_secrets(f"GET {path}")
