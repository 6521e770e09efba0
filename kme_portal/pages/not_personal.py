"""Fields of pages that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "pages.office_texts",
    NotPersonal(
        "what the office publishes",
        {
            "pages.Page": "title body translated_from",
            "pages.NewsItem": "title teaser body source translated_from",
            "pages.Picture": "title alt licence licence_url translated_from",
            "pages.SocialLink": "title content url",
            "pages.Figure": "what number source_name source_url translated_from",
            "pages.Milestone": "title text source_name source_url translated_from",
        },
    ),
)
not_personal.register(
    "pages.of_the_report",
    NotPersonal(
        "which page of the portal a report is about, and in which language it is answered",
        {"pages.Case": "page language"},
    ),
)
