"""Where the words of an event stand."""

from django.db.models import F

from events.models.venues import ROUGHLY_PUBLIC, Venue
from kme_portal.base.searching import Beside, Searched, folded, translated
from organisations.models import Organisation, Term, Visibility

SEARCHED = Searched(
    title=translated("title"),
    text=translated("summary", "description"),
    beside=(
        # The words are found by everyone, so they are those that everyone may read.
        Beside(
            "venue",
            lambda: Venue.objects.filter(address_visibility__in=ROUGHLY_PUBLIC),
            folded("city", "district__name"),
        ),
        Beside(
            "venue",
            lambda: Venue.objects.filter(address_visibility=Visibility.PUBLIC),
            folded("name"),
        ),
        Beside("organiser", Organisation.objects.listed, F("search_text")),
        Beside("kind", Term.objects.current, translated("name")),
        Beside("fields", Term.objects.current, translated("name")),
    ),
)
