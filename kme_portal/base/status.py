"""Guarded statuses: what may follow what, and nothing else."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class IllegalTransition(Exception):
    """A status was asked to change in a way its table does not allow."""

    def __init__(self, instance: models.Model, target: str) -> None:
        self.instance = instance
        self.source = instance.status
        self.target = target
        super().__init__(f"{instance._meta.label} {instance.pk}: {self.source} -> {target}")

    @property
    def message(self):
        """For the person who clicked: the other one was faster, or the page was old."""
        return _("This is no longer possible, because the status has changed in the meantime.")


class StatusMixin(models.Model):
    """A model with `status` and a table `TRANSITIONS` of what may follow what.

    Only a service calls `move_to`, on a row it has locked, and saves the row itself.
    """

    TRANSITIONS: ClassVar[dict[str, set[str]]] = {}

    class Meta:
        abstract = True

    def can_move_to(self, target: str) -> bool:
        return target in self.TRANSITIONS.get(self.status, set())

    def move_to(self, target: str) -> None:
        """Set the new status without saving; IllegalTransition where the table says no."""
        if not self.can_move_to(target):
            raise IllegalTransition(self, target)
        self.status = target
