"""First entries of every app: vocabularies, districts, groups, pages of text.

Each app may have a module `seed` with a function `seed()` that creates what is missing and
never overwrites a text of the office. All are run after migrating, and after a test's flush.
"""

import logging
from importlib import import_module

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS
from django.utils.module_loading import module_has_submodule

from kme_portal.base.migrating import pending_migrations
from kme_portal.pages import first_facts, first_texts

logger = logging.getLogger(__name__)


def seed() -> None:
    for config in apps.get_app_configs():
        if config.name != "kme_portal.pages" and module_has_submodule(config.module, "seed"):
            module = import_module(f"{config.name}.seed")
            if hasattr(module, "seed"):
                module.seed()
    first_texts.seed()
    first_facts.seed()


def after_migrating(sender, using=DEFAULT_DB_ALIAS, **given) -> None:
    """Seed once everything is migrated: a table still to come would stop half a migration."""
    if using != DEFAULT_DB_ALIAS:
        return
    # Flushing emits the signal too, without a plan: nothing can be pending then.
    if "plan" in given and pending_migrations(using):
        return
    seed()
