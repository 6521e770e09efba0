from decimal import Decimal

from funding.models import ProjectPartner
from tests.browser import Look
from tests.factories.events import make_event
from tests.factories.funding import make_call, make_pillar, make_project
from tests.factories.organisations import make_organisation


def full_list() -> str:
    make_project(pillar=make_pillar())
    return "/foerderung/"


def full_call() -> str:
    pillar = make_pillar(
        rate=Decimal(80),
        cap=Decimal(15000),
        cap_note="pro Jahr",
        least_own_share=Decimal(20),
        call=make_call(budget=Decimal(4400000), url="https://portal.example/aufruf"),
    )
    make_project(pillar=pillar)
    return pillar.call.get_absolute_url()


def full_project() -> str:
    project = make_project(
        summary="Worum es geht.",
        remained="Was blieb.",
        carrier=make_organisation(is_listed=True),
        pillar=make_pillar(),
        source="https://portal.example/quelle",
    )
    ProjectPartner.objects.create(
        project=project, organisation=make_organisation(is_listed=True), goal="Eigene Projekte"
    )
    project.events.add(make_event())
    return project.get_absolute_url()


LOOKS = [
    Look("funding", full_list),
    Look("funding-none-found", lambda: "/foerderung/?q=zzz&programm=gibtesnicht"),
    Look("call", full_call),
    Look("project", full_project),
]
