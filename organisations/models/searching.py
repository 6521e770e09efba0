"""Where the words of an organisation stand."""

from django.db.models import F

from kme_portal.base.searching import Beside, Searched, folded, translated
from organisations.models.vocabulary import District, Term

DISTRICT = Beside("district", District.objects.all, folded("name"))

SEARCHED = Searched(
    title=F("search_text"),
    text=folded("description"),
    beside=(DISTRICT, Beside("fields", Term.objects.current, translated("name"))),
)
# Without an index: only the office asks, and it reads a town off some thousand rows quickly.
OFFICE_SEARCHED = Searched(
    title=F("search_text"), text=folded("city", "postcode"), beside=(DISTRICT,)
)
