"""The desk of an association and the pages behind its letters, looked at in a browser."""

from datetime import timedelta
from itertools import count

from django.urls import reverse
from django.utils import timezone

from events.models import InvitationStatus
from kme_portal.accounts.models import User
from kme_portal.mailings.links import make_token
from organisations.models import ChangeStatus, Organisation, SensitiveField
from organisations.occasions.profile_check import CHECK_LINK, round_of
from tests.browser import Look
from tests.factories import make_invitation, make_organisation, make_staff, make_user
from tests.factories.events import make_event
from tests.factories.files import make_picture
from tests.factories.my_association import (
    make_affiliation,
    make_change,
    make_editor,
    make_role_invitation,
)
from tests.factories.organisations import make_district, make_representative, make_term

EDITOR = "editor@verein.example"
numbers = count(1)


def editor():
    """Who acts for the association that `full()` makes."""
    return User.objects.filter(email=EDITOR).first() or make_user(email=EDITOR)


def full():
    """An association with something on every page of its desk."""
    organisation = make_organisation(
        name="Beispielverein Kultur und Bildung e.V.",
        is_listed=True,
        level="state",
        district=make_district("05122"),
        city="Solingen",
        email="kontakt@verein.example",
        website="https://verein.example/ein/sehr/langer/pfad/der/nicht/umbrechen/will",
        description="Wir lernen zusammen.\n\nJeden Samstag ab zehn Uhr.",
        logo_image=make_picture(size=(300, 120), alt="Ein grüner Balken"),
        last_confirmed_on=timezone.localdate() - timedelta(days=400),
        fields=[make_term("field"), make_term("field")],
    )
    user = editor()
    make_editor(organisation=organisation, user=user, function=make_term("function"))
    make_editor(user=user, organisation=make_organisation(name="Ein zweiter Verein"))
    make_representative(organisation=organisation, name="")
    make_role_invitation(organisation=organisation)
    make_change(organisation=organisation)
    make_change(
        organisation=organisation,
        field=SensitiveField.LEGAL_FORM,
        old_value="",
        new_value="ev",
        status=ChangeStatus.REFUSED,
        reason="Bitte senden Sie uns den Registerauszug.",
        decided_at=timezone.now(),
    )
    make_affiliation(member=organisation, confirmed_by_member_on=None)
    make_affiliation(umbrella=organisation, confirmed_by_umbrella_on=None)
    make_affiliation(member=organisation, confirmed_by_umbrella_on=None)
    make_organisation(name="Ein Dachverband", level="state", is_listed=True)
    make_invitation(organisation=organisation)
    for status, days in ((InvitationStatus.ACCEPTED, 30), (InvitationStatus.ACCEPTED, -30)):
        event = make_event(starts_at=timezone.now() + timedelta(days=days))
        make_invitation(organisation=organisation, event=event, status=status)
    return organisation


def room(name: str, *args):
    return lambda: reverse(f"my_association:{name}", args=[full().pk, *args])


def of_person(name: str):
    def url():
        organisation = full()
        person = organisation.representatives.get(user__email=EDITOR)
        return reverse(f"my_association:{name}", args=[organisation.pk, person.pk])

    return url


def start() -> str:
    full()
    return reverse("my_association:start")


def end_affiliation() -> str:
    organisation = full()
    link = organisation.affiliations.first()
    return reverse("my_association:end_affiliation", args=[organisation.pk, link.pk])


def role_invitation() -> str:
    invitation = make_role_invitation(function=make_term("function"))
    return reverse("my_association:role_invitation", args=[invitation.token()])


def profile_check() -> str:
    organisation = full()
    person = make_representative(organisation=organisation)
    token = make_token(CHECK_LINK, person.public_id, round_of(organisation))
    return reverse("my_association:profile_check", args=[token])


def press(name: str):
    """Send the form as it stands."""

    def act(page):
        page.locator(f"form {name}").last.click()

    return act


def clash(page):
    """Somebody else saves the same field while the page is open."""
    city = f"Stadt {next(numbers)}"
    Organisation.objects.filter(name__startswith="Beispielverein").update(city=city)
    page.locator("#id_city").fill("Düsseldorf")
    page.locator("main form button[type=submit]").last.click()


def change() -> str:
    return reverse("admin:organisations_profilechange_change", args=[make_change().pk])


def member_invitation() -> str:
    organisation = full()
    invitation = make_invitation(organisation=organisation)
    return reverse("events:member_invitation", args=[organisation.pk, invitation.pk])


submit = press("button[type=submit]")

LOOKS = [
    Look("my association start", start, user=editor),
    Look("my association none", lambda: reverse("my_association:start"), user=make_user),
    Look("my association desk", room("desk"), user=editor),
    Look("my association profile", room("profile"), user=editor),
    Look("my association name", room("part", "name"), user=editor),
    Look("my association details", room("part", "angaben"), user=editor),
    Look("my association contact", room("part", "kontakt"), user=editor),
    Look("my association clash", room("part", "kontakt"), user=editor, act=clash),
    Look("my association work", room("part", "taetigkeit"), user=editor),
    Look("my association listing", room("part", "sichtbarkeit"), user=editor),
    Look("my association preview", room("preview"), user=editor),
    Look("my association logo", room("logo"), user=editor),
    Look("my association people", room("people"), user=editor),
    Look("my association invite", room("invite"), user=editor),
    Look("my association invite errors", room("invite"), user=editor, act=submit),
    Look("my association hand over", of_person("hand_over"), user=editor),
    Look("my association end role", of_person("end_role"), user=editor),
    Look("my association umbrellas", room("umbrellas"), user=editor),
    Look("my association end affiliation", end_affiliation, user=editor),
    Look("my association history", room("history"), user=editor),
    Look("my association invitation", member_invitation, user=editor),
    Look("role invitation", role_invitation),
    Look("profile check", profile_check),
    Look("change of a profile", change, user=make_staff),
]
