"""Fields of dialogues that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "dialogues.office_texts",
    NotPersonal(
        "what the office writes about a matter",
        {
            "dialogues.Forum": "name summary mandate source translated_from",
            "dialogues.Topic": "title question background outcome source translated_from",
            "dialogues.Recommendation": "title text addressee",
            "dialogues.Answer": "text evidence_url",
        },
    ),
)
