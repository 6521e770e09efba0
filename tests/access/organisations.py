from tests.access import everyone, office
from tests.factories import make_claim, make_organisation, make_registration


def listed():
    return {"slug": make_organisation(is_listed=True).slug}


def organisation():
    return {"pk": make_organisation().pk}


def registration():
    return {"pk": make_registration().pk}


def claim():
    return {"pk": make_claim().pk}


UNKNOWN = {"token": "unbekannt"}

ROWS = [
    everyone("organisations:register"),
    *[
        everyone(f"organisations:registration_{name}", lambda: UNKNOWN, status=404)
        for name in ("association", "work", "shown")
    ],
    everyone("organisations:registration", lambda: UNKNOWN, status=404),
    *[everyone(f"organisations:registration_{name}") for name in ("sent", "saved", "gone")],
    everyone("organisations:claim", lambda: UNKNOWN, status=404),
    everyone("organisations:claim_ask", listed),
    *[everyone(f"organisations:claim_{name}") for name in ("sent", "asked")],
    office("admin:organisations_organisation_reviews", "Koordination"),
    office("admin:organisations_organisation_review", "Koordination", kwargs=registration),
    office("admin:organisations_organisation_claim", "Koordination", kwargs=claim),
    office("admin:organisations_organisation_hand_over", "Koordination", kwargs=organisation),
    everyone("organisations:list"),
    everyone("organisations:map"),
    everyone("organisations:profile", listed),
    everyone("organisations:my_data", lambda: {"token": "unbekannt"}, status=404),
    everyone("organisations:my_data_gone"),
    office("admin:organisations_organisation_export", "Koordination", "Förderung"),
    office(
        "admin:organisations_organisation_contact", "Koordination", "Förderung", kwargs=organisation
    ),
    # A button; opened by its address it leads back.
    office(
        "admin:organisations_organisation_follow_up",
        "Koordination",
        kwargs=lambda: organisation() | {"note": 0},
        status=302,
    ),
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
