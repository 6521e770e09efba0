from kme_portal.pages.models.cases import (
    Case,
    CaseKind,
    CaseOutcome,
    CaseReply,
    CaseStatus,
    CaseTopic,
    ReplyKind,
)
from kme_portal.pages.models.facts import Figure, FigureSubject, Milestone, Precision
from kme_portal.pages.models.links import SocialLink
from kme_portal.pages.models.news import NewsItem, NewsKind, NewsStatus
from kme_portal.pages.models.pictures import Picture
from kme_portal.pages.models.texts import Page, PageSlug

__all__ = [
    "Case",
    "CaseKind",
    "CaseOutcome",
    "CaseReply",
    "CaseStatus",
    "CaseTopic",
    "Figure",
    "FigureSubject",
    "Milestone",
    "NewsItem",
    "NewsKind",
    "NewsStatus",
    "Page",
    "PageSlug",
    "Picture",
    "Precision",
    "ReplyKind",
    "SocialLink",
]
