"""Who and what several tests of organisations need."""

import pytest

from organisations.models import (
    Postcode,
)
from tests.factories import (
    make_district,
    make_organisation,
    make_staff,
    make_term,
)
from tests.factories.my_association import make_editor


@pytest.fixture
def coordinator(db):
    return make_staff("Koordination", email="eins@office.example")


@pytest.fixture
def other(db):
    return make_staff("Koordination", email="zwei@office.example")


@pytest.fixture
def vocabulary(db):
    make_term("field", slug="bildung")
    Postcode.objects.get_or_create(code="42651", district=make_district("05122"))


@pytest.fixture
def role():
    return make_editor(organisation=make_organisation(name="Alter Name e.V."))
