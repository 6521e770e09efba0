from tests.access import everyone, office
from tests.factories import make_organisation


def listed():
    return {"slug": make_organisation(is_listed=True).slug}


def organisation():
    return {"pk": make_organisation().pk}


ROWS = [
    everyone("organisations:list"),
    everyone("organisations:map"),
    everyone("organisations:profile", listed),
    everyone("organisations:my_data", lambda: {"token": "unbekannt"}, status=404),
    everyone("organisations:my_data_gone"),
    office("admin:organisations_organisation_export", "Koordination", "Förderung"),
    office("admin:organisations_organisation_contact", "Koordination", kwargs=organisation),
    office(
        "admin:organisations_organisation_step", "Koordination", kwargs=organisation, status=302
    ),
    office("admin:organisations_organisation_merge", "Koordination", kwargs=organisation),
    *[
        office(f"admin:organisations_import_{view}", kwargs=lambda: {"pk": 0}, refused=404)
        for view in ("preview", "refused", "discard")
    ],
]

MODELS = {
    "organisations.Affiliation": ("Koordination",),
    "organisations.Audience": ("Koordination",),
    "organisations.ContactNote": ("Koordination",),
    "organisations.District": ("Koordination", "Redaktion", "Förderung"),
    "organisations.Import": ("Koordination",),
    "organisations.Organisation": ("Koordination", "Förderung"),
    "organisations.Representative": ("Koordination",),
    "organisations.Term": ("Koordination", "Redaktion", "Förderung"),
}
