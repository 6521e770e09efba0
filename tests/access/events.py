from kme_portal.mailings.links import make_token
from tests.access import everyone, office, only
from tests.factories import make_campaign, make_event, make_invitation, make_representative


def event():
    return {"event_id": make_event().pk}


def campaign():
    return {"pk": make_campaign().pk}


def to_members(member) -> dict:
    """An invitation to the association for which the role "member" acts."""
    role = make_representative(user=member)
    invitation = make_invitation(organisation=role.organisation)
    return {"pk": role.organisation_id, "invitation": invitation.pk}


def of_hosts(member) -> dict:
    """An event that the association holds for which the role "member" may edit."""
    role = make_representative(user=member, may_edit=True)
    return {"pk": role.organisation_id, "slug": make_event(organiser=role.organisation).slug}


ROWS = [
    only("events:attendees", "member", kwargs=of_hosts),
    only("events:attendees_export", "member", kwargs=of_hosts),
    only("events:member_invitation", "member", kwargs=to_members),
    only("events:member_invitation_accept", "member", kwargs=to_members),
    everyone("events:list"),
    everyone("events:archive"),
    everyone("events:subscription"),
    everyone("events:feed"),
    everyone("events:trainings"),
    everyone("events:page", lambda: {"slug": make_event().slug}),
    everyone("events:calendar", lambda: {"slug": make_event().slug}),
    everyone("events:short", lambda: {"uid": make_event().uid}, status=301),
    everyone("events:invitation", lambda: {"token": make_token("invitation", "x")}, status=404),
    everyone("events:invitation_accept", lambda: {"token": "unbekannt"}, status=404),
    everyone("events:register", lambda: {"slug": make_event().slug}),
    *[
        everyone(f"events:{page}", lambda: {"token": "unbekannt"}, status=404)
        for page in (
            "registration",
            "registration_confirm",
            "registration_change",
            "registration_cancel",
            "registration_calendar",
        )
    ],
    office("admin:events_event_export", "Koordination", "Redaktion", "Förderung"),
    *[
        office(f"admin:events_event_{view}", "Koordination", "Redaktion", kwargs=event)
        for view in ("publish", "move", "cancel", "close", "copy", "preview")
    ],
    *[
        office(f"admin:events_campaign_{view}", "Koordination", kwargs=campaign)
        for view in ("recipients", "preview", "send", "follow")
    ],
    # Sent by pressing a button alone.
    office("admin:events_campaign_test", "Koordination", kwargs=campaign, status=404),
    office(
        "admin:events_campaign_letter",
        "Koordination",
        kwargs=lambda: campaign() | {"language": "de"},
    ),
    office(
        "admin:events_campaign_step",
        "Koordination",
        kwargs=lambda: campaign() | {"step": "pause"},
        status=404,
    ),
    *[
        office(f"admin:events_party_{view}", "Koordination", kwargs=event)
        for view in ("event", "needs", "register", "export", "moves", "print")
    ],
    office(
        "admin:events_party_step",
        "Koordination",
        kwargs=lambda: event() | {"party_id": 0, "step": "cancel"},
        # Back to the list: a step is taken by pressing a button.
        status=302,
    ),
    office("admin:events_invitation_search", "Koordination"),
    # Needs to know for whom.
    office("admin:events_invitation_new", "Koordination", status=404),
    office(
        "admin:events_invitation_answer",
        "Koordination",
        kwargs=lambda: {"pk": make_invitation().pk},
    ),
    office(
        "admin:events_invitation_withdraw",
        "Koordination",
        kwargs=lambda: {"pk": make_invitation().pk},
        status=404,
    ),
]

MODELS = {
    "events.Campaign": ("Koordination",),
    "events.Event": ("Koordination", "Redaktion", "Förderung"),
    "events.Invitation": ("Koordination",),
    "events.Party": ("Koordination",),
    "events.Venue": ("Koordination", "Redaktion"),
}
