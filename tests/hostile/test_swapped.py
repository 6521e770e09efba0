"""Nobody gets at another's rows by their number, and no form takes what it does not offer."""

import pytest
import time_machine
from django.db.models import Model
from django.forms import ModelChoiceField
from django.test import Client
from django.utils import timezone

from kme_portal.accounts.forms import ProfileForm
from organisations.models import Representative
from organisations.views.my_association.association import AssociationMixin
from tests.hostile.addresses import ADDRESSES
from tests.hostile.strangers import make_strangers
from tests.hostile.sweeping import Sweep

pytestmark = pytest.mark.django_db

# Forms that write no row of ours when they are sent from these pages, and why.
QUIET = {
    # A password or a passkey that only its owner has.
    "account_login",
    "mfa_login_webauthn",
    "account_reauthenticate",
    "mfa_reauthenticate",
    # Ask for it first.
    "account_email",
    # Sessions and cookies are no rows of anybody's.
    "accounts:end_all_sessions",
    "pages:soziale-medien",
    # Asks once more, with a form that does it.
    "organisations:registration",
    # An association without an umbrella to choose; another page has one.
    "my_association:umbrellas",
}


@pytest.fixture(autouse=True)
def no_limits(settings):
    """The sweeps hurry more than any person; the limits have tests of their own."""
    settings.LIMIT_SCALE = 1_000_000


@pytest.fixture(autouse=True)
def no_time_passes():
    """So that two honest answers do the same."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_forms_take_what_they_offer_and_touch_what_is_ones_own(address, client):
    url = address.open(client)
    sweep = Sweep(client, url, make_strangers())

    sweep.addresses()
    sweep.forms()

    assert sweep.swept.found == []
    if not sweep.is_of_the_office():
        assert set(sweep.swept.quiet) <= QUIET


class Page:
    """One page in a world with strangers, swept as often as wanted."""

    def __init__(self, name: str):
        self.client = Client()
        address = next(address for address in ADDRESSES if address.name == name)
        self.url = address.open(self.client)
        self.theirs = make_strangers()

    def found(self) -> str:
        sweep = Sweep(self.client, self.url, self.theirs)
        sweep.addresses()
        return "\n".join(sweep.forms().found)


def test_a_form_that_takes_more_than_it_offers_would_be_noticed(monkeypatch):
    """The negative control, as are those below: with the mistake that the sweep is for."""

    def save(form: ProfileForm) -> Model:
        for name in form.data.keys() & {"is_superuser", "email"}:
            setattr(form.instance, name, form.data[name])
        form.instance.is_superuser = form.instance.is_superuser == "on"
        form.instance.save()
        return form.instance

    page = Page("look:account-details")
    assert page.found() == ""

    monkeypatch.setattr(ProfileForm, "save", save)

    found = page.found()
    assert "accounts_user.is_superuser became true" in found
    assert 'accounts_user.email became "gepflanzt@verein.example"' in found


def test_a_choice_that_was_not_offered_would_be_noticed(monkeypatch):
    def take_any(field: ModelChoiceField, value: str) -> Model | None:
        return field.queryset.model._base_manager.filter(pk=value).first() if value else None

    page = Page("look:my association umbrellas")
    assert page.found() == ""

    monkeypatch.setattr(ModelChoiceField, "to_python", take_any)

    assert "organisations_affiliation names another's" in page.found()


def test_a_page_of_anothers_would_be_noticed(monkeypatch):
    def anybodys(view: AssociationMixin) -> list[Representative]:
        return list(Representative.objects.filter(organisation_id=view.kwargs["pk"]))

    page = Page("look:my association logo")
    monkeypatch.setattr(AssociationMixin, "my_roles", property(anybodys))

    found = page.found()
    assert "shows what is another's" in found
    assert "sent to /mein-verein/777001" in found
    assert "'organisations_organisation'" in found
