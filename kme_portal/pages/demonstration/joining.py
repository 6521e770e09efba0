"""Invented registrations and claims of the demonstration, one in every state."""

from datetime import datetime, timedelta

from kme_portal.accounts.models import User
from organisations.models import Organisation, Registration, Term
from organisations.services import claiming, registering, reviewing

DEPUTY = "vertretung@demo.example"
# Key, name, district (AGS), fields, what they do, whether they want to be listed.
COMING = [
    (
        "lernhaus",
        "Beispielverein Lernhaus am Kanal",
        "05915",
        ["bildung", "jugend"],
        "Wir helfen Kindern und Jugendlichen bei den Hausaufgaben und kochen freitags zusammen.",
        True,
    ),
    (
        "nochmals",
        "Beispielverein Saz & Semah e.V.",
        "05978",
        ["kultur", "bildung"],
        "Alle Kurse unter https://saz-und-semah.example, jetzt buchen!",
        True,
    ),
    (
        "frauencafe",
        "Beispielinitiative Frauencafé",
        "05374",
        ["frauen", "beratung"],
        "Kadınlar için haftalık buluşma ve danışmanlık.",
        False,
    ),
    (
        "saz",
        "Beispielverein Saz und Semah",
        "05978",
        ["kultur"],
        "Unterricht in Saz und Semah für alle Altersgruppen.",
        True,
    ),
    (
        "reisebuero",
        "Beispielfirma Pilgerreisen",
        "05334",
        ["freizeit"],
        "Wir bieten Reisen an.",
        True,
    ),
    (
        "entwurf",
        "Beispielverein noch im Entwurf",
        "05911",
        ["sport"],
        "Fußball und Schach.",
        False,
    ),
]


# What some typed as their umbrella; the office makes the membership from it.
UMBRELLAS = {"lernhaus": "Elternnetzwerk NRW"}


def load_joining(coordinator: User, claimed: Organisation, now: datetime) -> None:
    """A handful of cases for the office's queue, some waiting longer than promised."""
    deputy, _created = User.objects.get_or_create(
        email=DEPUTY, defaults={"name": "Vertretung der Koordination", "is_staff": True}
    )
    begun = {fact[0]: _draft(*fact, now=now) for fact in COMING}
    _receive(begun["lernhaus"], now - timedelta(days=1))
    _receive(begun["nochmals"], now - timedelta(days=9))

    asked = _receive(begun["frauencafe"], now - timedelta(days=12))
    reviewing.ask_back(
        registration_id=asked.pk,
        text="Wo und an welchen Tagen treffen Sie sich?",
        by=coordinator,
        now=now - timedelta(days=8),
    )
    approved = _receive(begun["saz"], now - timedelta(days=20))
    reviewing.approve(
        registration_id=approved.pk,
        relation="new",
        by=coordinator,
        now=now - timedelta(days=17),
    )
    refused = _receive(begun["reisebuero"], now - timedelta(days=15))
    reviewing.refuse(
        registration_id=refused.pk,
        reason=Term.objects.get(kind="refusal_reason", slug="kein-verein"),
        words="",
        by=deputy,
        now=now - timedelta(days=10),
    )
    reviewing.object_to_refusal(
        registration_id=refused.pk,
        text="Wir sind ein gemeinnütziger Verein; die Reisen sind nur ein kleiner Teil.",
        now=now - timedelta(days=2),
    )
    claim = claiming.ask(
        organisation=claimed,
        email=f"kasse@{claimed.slug}.example",
        name="",
        words="Ich führe seit diesem Jahr die Kasse.",
        language="de",
        now=now - timedelta(days=3),
    )
    claiming.press(claim_id=claim.pk, now=now - timedelta(days=3))


def _draft(key, name, district, fields, description, is_listed, *, now) -> Registration:
    draft = registering.start_draft(
        form_id=f"demo-{key}",
        email=f"kontakt@{key}.example",
        name="",
        language="tr" if key == "frauencafe" else "de",
        answers={"name": name, "postcode": "", "district": district},
        now=now,
    )
    Registration.objects.filter(pk=draft.pk).update(is_demo=True)
    return registering.save_step(
        registration_id=draft.pk,
        answers={
            "fields": fields,
            "description": description,
            "is_listed": is_listed,
            "umbrella": UMBRELLAS.get(key, ""),
            "email_visibility": "public" if is_listed else "office",
        },
    )


def _receive(draft: Registration, then: datetime) -> Registration:
    registering.send_off(registration_id=draft.pk, now=then)
    return registering.confirm_address(registration_id=draft.pk, now=then)
