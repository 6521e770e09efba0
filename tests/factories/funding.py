from datetime import date

from funding.models import Call, Pillar, Programme, Project, ProjectStatus
from funding.services import record_status

_numbers = iter(range(1, 1_000_000))


def make_programme(**given) -> Programme:
    number = next(_numbers)
    usual = {
        "name": f"Programm {number}",
        "short_name": f"P{number}",
        "slug": f"programm-{number}",
    }
    return Programme.objects.create(**usual | given)


def make_call(**given) -> Call:
    number = next(_numbers)
    usual = {
        "title": f"Aufruf {number}",
        "slug": f"aufruf-{number}",
        "opens_on": date(2026, 9, 1),
        "closes_on": date(2026, 10, 1),
        "is_published": True,
    }
    if "programme" not in given:
        usual["programme"] = make_programme()
    return Call.objects.create(**usual | given)


def make_pillar(**given) -> Pillar:
    usual = {"name": "Partnerprojekte"}
    if "call" not in given:
        usual["call"] = make_call()
    return Pillar.objects.create(**usual | given)


def make_project(*, status: ProjectStatus | None = ProjectStatus.GRANTED, **given) -> Project:
    """A published project whose latest entry bears `status`; none of None."""
    number = next(_numbers)
    usual = {"title": f"Projekt {number}", "slug": f"projekt-{number}", "is_published": True}
    project = Project.objects.create(**usual | given)
    if status:
        record_status(project=project, status=status, valid_on=date(2026, 1, 1), source="Bescheid")
    return project
