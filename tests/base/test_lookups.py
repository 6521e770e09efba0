"""Addresses that look alike belong to different people."""

import pytest

from kme_portal.accounts.models import User
from kme_portal.accounts.mydata import collecting
from kme_portal.accounts.services import invited_by, prepare_account
from tests.factories import make_representative, make_staff, make_user

pytestmark = pytest.mark.django_db

# Dotless i, the long s, the sign for Kelvin, and an i whose dot is a sign of its own.
LOOK_ALIKES = [
    "kasse@vereın.example",
    "kasſe@verein.example",
    "\u212aasse@verein.example",
    "kasse@vere\u0130n.example",
    "kasse@verei\u0307n.example",
]


def test_the_case_of_an_address_does_not_matter():
    user = make_user(email="kasse@verein.example")

    assert User.objects.get(email__iexact="Kasse@VEREIN.example") == user
    assert not User.objects.filter(email__iexact="kasse@verein_example").exists()


@pytest.mark.parametrize("email", LOOK_ALIKES)
def test_an_address_that_looks_alike_finds_nobody(email):
    make_user(email="kasse@verein.example")

    assert not User.objects.filter(email__iexact=email).exists()


def test_a_proven_address_that_looks_alike_opens_no_account_of_the_office():
    """Somebody who was invited and has no password yet; the link would have set one."""
    invited = make_staff(email="kasse@verein.example", password=None)

    user, token = prepare_account(email=LOOK_ALIKES[0])

    assert user != invited
    assert invited_by(token) == user
    assert (user.is_staff, user.groups.count()) == (False, 0)


def test_a_proven_address_that_looks_alike_shows_nobodys_data():
    make_representative(email="kasse@verein.example", name="Kassenwartin")
    make_user(email="kasse@verein.example", name="Kassenwartin")

    assert "Kassenwartin" in str(list(collecting.sections_about("kasse@verein.example")))
    assert "Kassenwartin" not in str(list(collecting.sections_about(LOOK_ALIKES[0])))
