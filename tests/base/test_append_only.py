"""Histories and logs only grow; that no row changes is tested where the rows are made."""

import pgtrigger
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from psycopg import sql

from kme_portal.base.append_only import append_only
from kme_portal.base.history import tables
from kme_portal.base.models import HistoryErasure

pytestmark = pytest.mark.django_db


def refused(name: str) -> set:
    return {model for model, trigger in pgtrigger.registered() if trigger.name == name}


def test_what_takes_no_change_cannot_be_emptied_either():
    changes, emptying = (refused(trigger.name) for trigger in append_only)

    assert changes == emptying
    assert {HistoryErasure, *tables()} < changes


def test_no_table_that_only_grows_can_be_truncated():
    for model in refused("not_emptied"):
        truncate = sql.SQL("TRUNCATE {} CASCADE").format(sql.Identifier(model._meta.db_table))
        with pytest.raises(DatabaseError, match="Cannot truncate"), transaction.atomic():
            connection.cursor().execute(truncate)


def test_no_command_empties_the_portal():
    with pytest.raises(CommandError, match="couldn't be flushed"), transaction.atomic():
        call_command("flush", interactive=False)
