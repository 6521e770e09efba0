"""Where the words of an event stand."""

from django.db.models import F

from events.models.venues import Venue
from kme_portal.base.searching import Beside, Searched, folded, translated
from organisations.models import Organisation, Term, Visibility

SEARCHED = Searched(
    title=translated("title"),
    text=translated("summary", "description"),
    beside=(
        # A place whose address is not public is found by nobody.
        Beside(
            "venue",
            lambda: Venue.objects.filter(address_visibility=Visibility.PUBLIC),
            folded("name", "city", "district__name"),
        ),
        Beside("organiser", Organisation.objects.listed, F("search_text")),
        Beside("kind", Term.objects.current, translated("name")),
        Beside("fields", Term.objects.current, translated("name")),
    ),
)
