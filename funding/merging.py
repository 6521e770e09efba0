"""What becomes of projects and partnerships when two entries become one."""

from django.utils.translation import gettext, gettext_lazy

from funding.models import ProjectPartner
from kme_portal.base.merging import Merging, mergings


def unite_partners(row: ProjectPartner, twin: ProjectPartner) -> None:
    """One partnership in a project, with what is known of both."""
    twin.goal = twin.goal or row.goal
    twin.from_on = min(filter(None, [row.from_on, twin.from_on]), default=None)
    if row.to_on is None or twin.to_on is None:
        twin.to_on = None
    else:
        twin.to_on = max(row.to_on, twin.to_on)
    twin.save()
    row.delete()


def told_partners(row: ProjectPartner, _twin: ProjectPartner) -> str:
    words = gettext("Both are partners in “%(project)s”. They become one partner.")
    return words % {"project": row.project}


for relation, merging in {
    "Project.carrier": Merging(gettext_lazy("Projects")),
    "Project.presented_by": Merging(gettext_lazy("Projects")),
    "ProjectPartner.organisation": Merging(
        gettext_lazy("Partnerships"),
        same=("project",),
        settle=unite_partners,
        told=told_partners,
    ),
}.items():
    mergings.register(f"funding.{relation}", merging)
