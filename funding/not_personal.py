"""Fields of funding that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "funding.office_texts",
    NotPersonal(
        "what the office writes about money, programmes and projects of associations",
        {
            "funding.Programme": "name short_name aliases summary description authority"
            " authority_url source translated_from",
            "funding.Call": "title phase summary budget_note url source translated_from",
            "funding.Pillar": "name for_whom cap_note criteria",
            "funding.Project": "title summary remained website source translated_from",
            "funding.ProjectPartner": "goal",
            "funding.StatusEntry": "source",
        },
    ),
)
