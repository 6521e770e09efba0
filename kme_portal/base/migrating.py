"""What is still to be migrated, and how a long history that was merged into one stays quick."""

from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import AddField, CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class AllAtOnce(Operation):
    """New tables, columns and triggers, for which the models are rendered once.

    Django renders all models that are related, nearly all of ours, anew after each operation: by
    far the most of what migrating an empty database takes, and time in which everybody waits for
    the table that was changed first. These operations look at nothing but the states before and
    after all of them. Foreign keys of new tables, even in a circle, are added last; indexes and
    constraints belong into the options of new models.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[CreateModel | AddField | AddTrigger | RemoveTrigger]):
        for operation in operations:
            if not isinstance(operation, CreateModel | AddField | AddTrigger | RemoveTrigger):
                raise TypeError(f"{operation.describe()}: this needs a state of its own.")
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        if "apps" in state.__dict__:
            del state.apps
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        # Before the first lock.
        from_state.apps, to_state.apps  # noqa: B018
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        # The state before knows no new table: a trigger to remove is looked up where its table is.
        for operation in reversed(self.operations):
            before = to_state if isinstance(operation, RemoveTrigger) else from_state
            operation.database_backwards(app_label, schema_editor, from_state, before)

    def describe(self) -> str:
        kinds = ((CreateModel, "models"), (AddField, "columns"), (AddTrigger, "triggers"))
        counts = [
            (sum(isinstance(operation, kind) for operation in self.operations), name)
            for kind, name in kinds
        ]
        return "Create " + ", ".join(f"{count} {name}" for count, name in counts if count)


def pending_migrations(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """What is still to be applied, as "events.0004_rooms", in order."""
    executor = MigrationExecutor(connections[using])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
