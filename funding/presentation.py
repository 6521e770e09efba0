"""How calls and projects read on pages: sentences and facts made of their columns."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from funding.models import Call, Pillar, Project
from funding.models.calls import CallPhase
from kme_portal.base.markup import to_text
from kme_portal.base.templatetags.portal import german

TONES = {CallPhase.ANNOUNCED: "info", CallPhase.OPEN: "success", CallPhase.CLOSED: "info"}


def euro(amount: Decimal | None) -> str:
    """An amount as people write it, without cents where there are none; empty for None."""
    if amount is None:
        return ""
    decimals = 0 if amount == amount.to_integral_value() else 2
    return _("%(amount)s\N{NO-BREAK SPACE}euro") % {
        "amount": number_format(amount, decimal_pos=decimals, force_grouping=True)
    }


def percent(share: Decimal | None) -> str:
    if share is None:
        return ""
    return _("%(share)s\N{NO-BREAK SPACE}percent") % {
        "share": number_format(share.normalize(), use_l10n=True)
    }


def present_call(call: Call, *, today: date) -> Call:
    """The call with `badges` and `deadline`, a sentence on its window."""
    phase = call.phase_on(today)
    call.badges = [(TONES[phase], phase.label)]
    closes = date_format(call.closes_on)
    if phase == CallPhase.CLOSED:
        call.deadline = _("Closed since %(day)s.") % {"day": closes}
    elif phase == CallPhase.OPEN:
        call.deadline = _("Applications until %(day)s, midnight.") % {"day": closes}
    else:
        call.deadline = _("Opens on %(day)s.") % {"day": date_format(call.opens_on)}
    return call


def call_facts(call: Call) -> list[tuple[str, str]]:
    return [
        (_("Programme"), call.programme.short_name),
        (_("Funding phase"), call.phase),
        (_("Published on"), date_format(call.published_on) if call.published_on else ""),
        (_("Opens on"), date_format(call.opens_on) if call.opens_on else ""),
        (_("Closes on"), date_format(call.closes_on)),
        (_("Money"), call.budget_note or euro(call.budget)),
    ]


def pillar_facts(pillar: Pillar) -> list[tuple[str, str]]:
    cap = euro(pillar.cap)
    return [
        (_("Funding rate"), percent(pillar.rate)),
        (_("At most"), f"{cap} ({pillar.cap_note})" if cap and pillar.cap_note else cap),
        (_("At least"), euro(pillar.floor)),
        (_("Own share at least"), percent(pillar.least_own_share)),
        (_("Voluntary work at most"), percent(pillar.most_volunteer_share)),
        (_("Value of a voluntary hour"), euro(pillar.hour_value)),
    ]


def present_projects(projects: Iterable[Project]) -> list[Project]:
    """The projects with `period`, `teaser` and `where`; districts must be prefetched."""
    projects = list(projects)
    for project in projects:
        project.period = _period(project)
        text = to_text(project.summary)
        project.teaser = text if len(text) <= 180 else f"{text[:177].rsplit(' ', 1)[0]} …"
        project.where = ", ".join(district.name for district in project.districts.all())
    return projects


def _period(project: Project) -> str:
    if project.from_on and project.to_on:
        return f"{date_format(project.from_on)} – {date_format(project.to_on)}"
    if project.from_on:
        return _("since %(day)s") % {"day": date_format(project.from_on)}
    return ""


def status_rows(project: Project) -> list[list[str]]:
    return [
        [
            date_format(entry.valid_on),
            entry.get_status_display(),
            euro(entry.amount) or "–",
            german(entry.source),
        ]
        for entry in project.status_entries.all()
    ]
