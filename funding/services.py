"""What the office notes about funding: it mirrors the authority and decides nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

from funding.models import Project, ProjectStatus, StatusEntry


def record_status(
    *,
    project: Project,
    status: ProjectStatus,
    valid_on: date,
    source: str,
    amount: Decimal | None = None,
    recorded_by: Any = None,
) -> StatusEntry:
    """Note what the granting authority (Bewilligungsbehörde) decided, with its source.

    `amount` is euro. Entries are never changed: a correction is a further entry.
    """
    return StatusEntry.objects.create(
        project=project,
        status=status,
        amount=amount,
        valid_on=valid_on,
        recorded_by=recorded_by,
        source=source,
    )
