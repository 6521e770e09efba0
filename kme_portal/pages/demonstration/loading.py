"""Loads the demonstration once, in one transaction; what stands there already is left alone."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dialogues.models import (
    Answer,
    Forum,
    ForumSeat,
    Meeting,
    Recommendation,
    RecommendationStatus,
    Topic,
    TopicVisibility,
)
from events.models import (
    Venue,
)
from funding.models import Call, Pillar, Programme, Project, ProjectPartner
from funding.services import record_status
from kme_portal.accounts.models import User
from kme_portal.pages.demonstration import dialogues as talk
from kme_portal.pages.demonstration import events as planned
from kme_portal.pages.demonstration import funding as money
from kme_portal.pages.demonstration import organisations as register
from kme_portal.pages.demonstration.answers import load_invitations, load_registrations
from kme_portal.pages.demonstration.calls import load_calls
from kme_portal.pages.demonstration.facts import in_languages
from kme_portal.pages.demonstration.joining import load_joining
from kme_portal.pages.demonstration.lately import load_lately
from kme_portal.pages.demonstration.loading_events import load_coming_events, load_past_events
from kme_portal.pages.demonstration.local_associations import LOCAL
from kme_portal.pages.demonstration.messages import load_messages
from kme_portal.pages.demonstration.my_association import load_desk
from kme_portal.pages.demonstration.news import load_news
from kme_portal.pages.demonstration.privacy import load_privacy
from kme_portal.pages.demonstration.projects import PROJECTS
from organisations.models import Affiliation, Organisation, OrganisationStatus, Representative, Term

# The accounts of the demonstration's sign-ins; one acts for this association.
COORDINATOR = "koordination@demo.example"
MEMBER, MEMBER_OF = "verein@demo.example", "solingen"
# Somebody unknown says that this entry is theirs.
CLAIMED = "hochsauerland"


def is_loaded() -> bool:
    return Organisation.objects.filter(is_demo=True).exists()


@transaction.atomic
def load(*, now: datetime) -> None:
    """Everything of the demonstration; coming events are placed relative to `now`."""
    terms = {(term.kind, term.name_de): term for term in Term.objects.all()}
    organisations = load_organisations(terms, now)
    venues = load_venues()
    events = load_past_events(terms, organisations, venues)
    coordinator, _created = User.objects.get_or_create(
        email=COORDINATOR, defaults={"name": "Koordination", "is_staff": True}
    )
    events |= load_coming_events(terms, organisations, venues, coordinator, now)
    load_registrations(events, now)
    load_invitations(events, coordinator, now)
    load_calls(organisations, coordinator, now)
    load_dialogues(terms, organisations, events)
    load_funding(terms, organisations, events)
    load_desk(organisations[MEMBER_OF], User.objects.get(email=MEMBER), now)
    load_joining(coordinator, organisations[CLAIMED], now)
    load_news()
    load_lately(now)
    load_messages(now)
    load_privacy(coordinator, now)


def load_organisations(terms, now) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    today = timezone.localdate(now)
    for fact in [*register.UMBRELLAS, *LOCAL]:
        organisation = Organisation.objects.create(
            kind=fact.kind,
            name=fact.name,
            short_name=fact.short_name,
            other_names=fact.other_names,
            slug=fact.key,
            level=fact.level,
            legal_form=fact.legal_form,
            founded_in=fact.founded_in,
            district_id=fact.ags,
            city=fact.city,
            email=f"kontakt@{fact.key}.example",
            description=fact.text,
            is_listed=fact.is_listed,
            status=OrganisationStatus.ACTIVE,
            last_confirmed_on=today - timedelta(days=30),
            source=fact.source,
            is_demo=True,
        )
        organisation.fields.set([terms["field", name] for name in fact.fields])
        organisation.languages.set([terms["language", name] for name in fact.languages])
        organisation.self_designations.set(
            [terms["self_designation", name] for name in fact.designations]
        )
        found[fact.key] = organisation
    for fact in [*register.UMBRELLAS, *LOCAL]:
        if fact.umbrella:
            Affiliation.objects.create(
                member=found[fact.key],
                umbrella=found[fact.umbrella],
                confirmed_by_member_on=today,
                confirmed_by_umbrella_on=today,
            )
    for number, organisation in enumerate(found.values()):
        load_people(organisation, terms, number)
    member, _created = User.objects.get_or_create(email=MEMBER, defaults={"name": "Verein"})
    found[MEMBER_OF].representatives.filter(may_edit=True).update(user=member)
    return found


def load_people(organisation, terms, number) -> None:
    """Two roles each, without a name: a club mailbox and somebody who may edit."""
    language = "tr" if number % 5 == 1 else "ar" if number % 7 == 3 else "de"
    for slug, function, may_edit in (
        ("vorstand", "Vorsitz", True),
        ("projekte", "Projektleitung", False),
    ):
        Representative.objects.create(
            organisation=organisation,
            email=f"{slug}@{organisation.slug}.example",
            language=language,
            function=terms["function", function],
            # Numbers kept free for films and examples by the Bundesnetzagentur.
            phone=f"0221 4710 {100 + number}" if may_edit else "",
            may_edit=may_edit,
            is_demo=True,
        )


def load_venues() -> dict[str, Venue]:
    venues = {}
    for fact in planned.VENUES:
        venue = Venue(
            name=fact.name,
            city=fact.city,
            district_id=fact.ags,
            kind=fact.kind,
            street=fact.street,
            postcode=fact.postcode,
            is_demo=True,
        )
        in_languages(venue, access_note=fact.access_notes)
        venue.save()
        venues[fact.key] = venue
    return venues


def load_dialogues(terms, organisations, events) -> None:
    forums = {}
    for order, fact in enumerate(talk.FORUMS, start=1):
        forum = Forum(
            slug=fact.key,
            kind=fact.kind,
            is_open=fact.is_open,
            is_published=True,
            order=order * 10,
            source=fact.source,
            mandate_de=fact.mandate,
            is_demo=True,
        )
        in_languages(forum, name=fact.names, summary=fact.summaries)
        forum.save()
        for key in fact.members:
            ForumSeat.objects.create(forum=forum, organisation=organisations[key])
        for number, key in enumerate(fact.sessions, start=1):
            Meeting.objects.create(forum=forum, event=events[key], number=number)
        forums[fact.key] = forum
    for fact in talk.TOPICS:
        topic = Topic(
            slug=fact.key,
            status=fact.status,
            status_since=fact.status_since,
            forum=forums[fact.forum],
            visibility=TopicVisibility.PUBLIC,
            background_de=fact.background,
            outcome_de=fact.outcome,
            source=fact.source,
            is_demo=True,
        )
        in_languages(topic, title=fact.titles, question=fact.questions)
        topic.save()
        topic.fields.set([terms["field", name] for name in fact.fields])
        topic.events.set([events[key] for key in fact.events])
        for title, addressee, handed_over_on, answer in fact.recommendations:
            recommendation = Recommendation.objects.create(
                topic=topic,
                title_de=title,
                addressee_de=addressee,
                handed_over_on=handed_over_on,
                status=RecommendationStatus.ANSWERED
                if answer
                else RecommendationStatus.HANDED_OVER,
            )
            if answer:
                Answer.objects.create(
                    recommendation=recommendation,
                    answered_on=handed_over_on + timedelta(days=300),
                    text_de=answer,
                )


def load_funding(terms, organisations, events) -> None:
    programmes = {}
    for order, fact in enumerate(reversed(money.PROGRAMMES), start=1):
        programme = Programme(
            slug=fact.key,
            short_name=fact.short_name,
            aliases=fact.aliases,
            order=order * 10,
            source=fact.source,
            description_de=fact.description,
            is_demo=True,
        )
        in_languages(programme, name=fact.names, summary=fact.summaries)
        programme.save()
        programmes[fact.key] = programme
    for old, new in money.MERGED_INTO.items():
        Programme.objects.filter(pk=programmes[old].pk).update(merged_into=programmes[new])
    pillars = {}
    for fact in money.CALLS:
        call = Call(
            slug=fact.key,
            programme=programmes[fact.programme],
            phase=fact.phase,
            published_on=fact.published_on,
            opens_on=fact.opens_on,
            closes_on=fact.closes_on,
            budget=fact.budget,
            budget_note_de=fact.budget_note,
            summary_de=fact.summary,
            is_published=True,
            source=fact.source,
            is_demo=True,
        )
        in_languages(call, title=fact.titles)
        call.save()
        call.priorities.set([terms["priority", name] for name in fact.priorities])
        for order, part in enumerate(fact.pillars, start=1):
            pillar = Pillar(
                call=call,
                for_whom_de=part.for_whom,
                rate=part.rate,
                cap=part.cap,
                cap_note_de=part.cap_note,
                floor=part.floor,
                least_own_share=part.least_own_share,
                most_volunteer_share=part.most_volunteer_share,
                order=order * 10,
            )
            in_languages(pillar, name=part.names)
            pillar.save()
            pillars[fact.key, part.key] = pillar
    load_projects(pillars, organisations, events)


def load_projects(pillars, organisations, events) -> None:
    projects: dict[str, Project] = {}
    for fact in PROJECTS:
        project = Project(
            slug=fact.key,
            summary_de=fact.summary,
            remained_de=fact.remained,
            pillar=pillars[fact.pillar] if fact.pillar else None,
            carrier=organisations.get(fact.carrier),
            presented_by=organisations.get(fact.presented_by),
            from_on=fact.from_on,
            to_on=fact.to_on,
            follows=projects.get(fact.follows),
            is_published=True,
            source=fact.source,
            is_demo=True,
        )
        in_languages(project, title=fact.titles)
        project.save()
        project.districts.set(fact.districts)
        project.events.set([events[key] for key in fact.events])
        for key in fact.partners:
            ProjectPartner.objects.create(project=project, organisation=organisations[key])
        if fact.status:
            record_status(
                project=project,
                status=fact.status,
                valid_on=fact.to_on + timedelta(days=180),
                source="Vorführung: Der Stand ist angenommen.",
            )
        projects[fact.key] = project
