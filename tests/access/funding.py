from tests.access import everyone
from tests.factories.funding import make_call, make_project

ROWS = [
    everyone("funding:list"),
    everyone("funding:call", lambda: {"slug": make_call().slug}),
    everyone("funding:project", lambda: {"slug": make_project().slug}),
]

MODELS = {
    "funding.Call": ("Koordination", "Förderung"),
    "funding.Programme": ("Koordination", "Förderung"),
    "funding.Project": ("Koordination", "Förderung"),
}
