"""Letters to people who act for associations: whole in each language, and neutral outside."""

import pytest
from django.utils import timezone

from kme_portal.mailings.letters import letters
from kme_portal.mailings.rendering import preview
from organisations.models import ChangeStatus
from tests.factories import make_organisation
from tests.factories.my_association import (
    make_affiliation,
    make_change,
    make_editor,
    make_role_invitation,
)

pytestmark = pytest.mark.django_db
NAME = "Cemevi Canary e.V."


def organisation():
    return make_organisation(name=NAME)


def refused():
    return make_change(
        organisation=organisation(),
        status=ChangeStatus.REFUSED,
        reason="Bitte mit Nachweis",
        decided_at=timezone.now(),
    )


ABOUT = {
    "organisations.role_invitation": lambda: make_role_invitation(organisation=organisation()),
    "organisations.role_ended": lambda: make_editor(organisation=organisation()),
    "organisations.change_received": lambda: make_change(organisation=organisation()),
    "organisations.change_decided": refused,
    "organisations.affiliation_asked": lambda: make_affiliation(
        member=organisation(), confirmed_by_umbrella_on=None
    ),
    "organisations.profile_check": organisation,
    "organisations.profile_check_reminder": organisation,
    "organisations.profile_check_last": organisation,
}


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
@pytest.mark.parametrize("kind", ABOUT)
def test_a_letter_names_the_association_inside_and_nothing_outside(kind, language):
    letter = preview(letters[kind], ABOUT[kind](), language=language, email="person@verein.example")

    assert NAME in letter.text
    assert "Canary" not in letter.subject
    assert "Cem" not in letter.subject
    outside = letter.html[: letter.html.index("KME NRW")]
    assert "Canary" not in outside
