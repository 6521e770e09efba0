from tests.factories.events import make_agenda_item, make_event, make_venue

__all__ = ["make_agenda_item", "make_event", "make_venue"]
from tests.factories.accounts import make_staff as make_staff
from tests.factories.accounts import make_user as make_user
from tests.factories.inviting import make_campaign as make_campaign
from tests.factories.inviting import make_circular_recipient as make_circular_recipient
from tests.factories.inviting import make_invitation as make_invitation
from tests.factories.inviting import make_recipient as make_recipient
from tests.factories.joining import make_claim as make_claim
from tests.factories.joining import make_draft as make_draft
from tests.factories.joining import make_registration as make_registration
from tests.factories.mailings import make_message as make_message
from tests.factories.organisations import make_audience as make_audience
from tests.factories.organisations import make_district as make_district
from tests.factories.organisations import make_organisation as make_organisation
from tests.factories.organisations import make_representative as make_representative
from tests.factories.organisations import make_term as make_term
from tests.factories.pages import make_case as make_case
from tests.factories.pages import make_link as make_link
from tests.factories.pages import make_news as make_news
from tests.factories.places import make_contingent as make_contingent
from tests.factories.places import make_party as make_party
from tests.factories.places import make_pool as make_pool
