"""Texts of the office, and what stands beside some of them."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from kme_portal.base.registries import panels_for
from kme_portal.pages.models import (
    Figure,
    FigureSubject,
    Milestone,
    NewsItem,
    NewsKind,
    Page,
    Picture,
)

PRESS_NOTICES = 5


def show(request, slug, template="pages/page.html", **context):
    page = get_object_or_404(Page, slug=slug)
    panels = panels_for(f"page.{slug}", page, request)
    return render(
        request, template, {"page": page, "text": page.text(), "panels": panels} | context
    )


@login_not_required
def page(request, slug):
    """A text of the office; the addresses are fixed, the texts are not."""
    return show(request, slug)


@login_not_required
def about(request, slug):
    """Who the office is, how it came to be, and how large the network was said to be."""
    return show(
        request,
        slug,
        "pages/about.html",
        milestones=Milestone.objects.published(),
        figures=Figure.objects.published().filter(subject=FigureSubject.NETWORK),
    )


@login_not_required
def press(request, slug):
    """Whom the press turns to, figures to quote, and the latest notices."""
    figures = list(Figure.objects.published())
    now = timezone.now()
    return show(
        request,
        slug,
        "pages/press.html",
        figures=[
            (subject.label, [figure for figure in figures if figure.subject == subject])
            for subject in FigureSubject
            if any(figure.subject == subject for figure in figures)
        ],
        pictures=Picture.objects.filter(for_press=True).select_related("stored"),
        notices=NewsItem.objects.public(now)
        .filter(kind=NewsKind.PRESS)
        .latest_first()
        .with_pictures()[:PRESS_NOTICES],
    )
