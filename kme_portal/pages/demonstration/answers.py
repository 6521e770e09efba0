"""Invented registrations and answers of the demonstration, made by the office's own services."""

from datetime import datetime, timedelta

from events.campaign_texts import first_texts
from events.models import Campaign, Event, Invitation, PoolKind
from events.models.inviting import AnswerChannel
from events.services import places
from events.services.campaigns import RECALL, schedule_campaign, start_campaign
from events.services.inviting import answer_invitation
from kme_portal.accounts.models import User
from kme_portal.pages.demonstration.coming_events import COMING
from organisations.models import Audience, Organisation, OrganisationKind

LANGUAGES = ("de", "en", "tr", "ar")
ROLES = ("Vorsitz", "Projektleitung")


def load_registrations(events: dict[str, Event], now: datetime) -> None:
    """As many registrations as each coming event says, one to three people each."""
    for fact in COMING:
        expected, number = fact.guests, 0
        pools = events[fact.key].pools.filter(session__isnull=False).order_by("pk")
        sessions = list(pools.values_list("pk", flat=True))
        if fact.fate == "cancelled":
            continue
        while expected > 0:
            number += 1
            size = min(1 + number % 3, expected)
            expected -= size
            is_online = fact.seats_online and (not fact.seats or number % 3 == 0)
            party = places.register_party(
                event_id=events[fact.key].pk,
                email=f"anmeldung{number}@{fact.key}.example",
                language=LANGUAGES[number % 4],
                guests=[places.GuestEntry(name=f"Gast {number}-{one + 1}") for one in range(size)],
                pool_kind=PoolKind.ONLINE if is_online else PoolKind.ON_SITE,
                sessions=[sessions[number % len(sessions)]] if sessions else (),
                confirmed=True,
                now=now,
            )
            party.is_demo = True
            party.save(update_fields=["is_demo"])


def load_invitations(events: dict[str, Event], coordinator: User, now: datetime) -> None:
    """A send-out that left three days ago; some have come back, one by telephone."""
    sent = now - timedelta(days=3)
    audience = Audience.objects.create(
        name="Alle Vereine", criteria={"art": [OrganisationKind.ASSOCIATION]}
    )
    Audience.objects.create(
        name="Vereine im Regierungsbezirk Düsseldorf",
        criteria={"art": [OrganisationKind.ASSOCIATION], "regierungsbezirk": ["Düsseldorf"]},
    )
    campaign = Campaign(event=events["netzwerk"], audience=audience, created_by=coordinator)
    for language in LANGUAGES:
        texts = first_texts(language)
        setattr(campaign, f"subject_{language}", texts["subject"])
        setattr(campaign, f"text_{language}", texts["text"])
    campaign.save()
    schedule_campaign(campaign_id=campaign.pk, now=sent)
    start_campaign(campaign_id=campaign.pk, now=sent + RECALL)
    # Whoever signs in finds an invitation to answer.
    left_open = Organisation.objects.filter(representatives__user__isnull=False)
    answered = (
        Invitation.objects.filter(campaign=campaign)
        .exclude(organisation__in=left_open)
        .order_by("pk")[:14]
    )
    for number, invitation in enumerate(answered):
        accepted = number % 4 != 3
        by_telephone = number % 5 == 4
        slug = invitation.organisation.slug
        answer_invitation(
            invitation_id=invitation.pk,
            accepted=accepted,
            guests=[places.GuestEntry(name=role) for role in ROLES[: 1 + number % 2]]
            if accepted
            else (),
            email=f"vorstand@{slug}.example",
            channel=AnswerChannel.TELEPHONE if by_telephone else AnswerChannel.LINK,
            recorded_by=coordinator if by_telephone else None,
            now=sent + timedelta(days=1, hours=number),
        )
