"""Logs as JSON lines in UTC, with the request's id and without anything personal."""

import ipaddress
import logging
import re
import sys
from collections.abc import MutableMapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import structlog

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Whatever is signed, and what stands where the portal's addresses have a token.
SIGNED = re.compile(r"[A-Za-z0-9_-]{16,}[~:.][A-Za-z0-9_~:.-]{16,}")
TOKEN_PATH = re.compile(
    r"/(einladung|anmeldung|abbestellen|dateien|meine-daten|konto/(?:einladung|bestaetigen|neues-passwort))"
    r"/[^/\s\"'?]+"
)
RESET_PATH = re.compile(r"/konto/passwort/neu/[^/\s\"'?]+")


def without_secrets(text: str) -> str:
    """The same text with e-mail addresses and tokens replaced."""
    text = TOKEN_PATH.sub(r"/\1/[token]", text)
    text = RESET_PATH.sub("/konto/passwort/neu/[token]", text)
    return SIGNED.sub("[token]", ADDRESS.sub("[address]", text))


def cut(network: str) -> str:
    """Where somebody comes from, without their home: the /24 or the /48 it lies in."""
    try:
        found = ipaddress.ip_network(network)
    except ValueError:
        return "unknown"
    return str(found.supernet(new_prefix=24 if found.version == 4 else 48))


def drop_private(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """The last processor before the line is written."""
    for key, value in event.items():
        if key == "network":
            event[key] = cut(str(value))
        elif isinstance(value, str):
            event[key] = without_secrets(value)
        elif not isinstance(value, int | float | bool | None):
            event[key] = without_secrets(str(value))
    return event


def only_what_matters(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Of a record's extras, none that is a whole object of the request or the database."""
    for key in ("request", "sender", "socket", "server_time", "params", "sql", "alias"):
        event.pop(key, None)
    return event


def is_no_outage(record: logging.LogRecord) -> bool:
    """Answers with 503 are told once by who gives them, not with every request."""
    return getattr(record, "status_code", None) != HTTPStatus.SERVICE_UNAVAILABLE


SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def logging_for(*, json: bool, level: str) -> dict[str, Any]:
    """Value of LOGGING; one line an event, on standard error."""
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    only_what_matters,
                    drop_private,
                    renderer,
                ],
            }
        },
        "filters": {"no_outage": {"()": lambda: is_no_outage}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # A mistyped address is no event; refusals are told by `portal.security`.
            "django.request": {"level": "ERROR", "filters": ["no_outage"]},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "fontTools": {"level": "WARNING"},
            # It notes every HEAD.
            "gunicorn.http.wsgi": {"level": "ERROR"},
        },
    }


def process_name() -> str:
    """What this process is to an operator: web, worker, beat, or the command it runs."""
    program, *arguments = [Path(sys.argv[0]), *sys.argv[1:]]
    parts = {*arguments, program.name, program.parent.name}
    for name, sign in {"web": "gunicorn", "worker": "worker", "beat": "beat"}.items():
        if sign in parts:
            return f"kme {name}"
    return f"kme {arguments[0] if program.name == 'manage.py' and arguments else program.name}"
