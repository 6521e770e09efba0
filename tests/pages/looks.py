from kme_portal.pages.models import PageSlug, Picture
from kme_portal.pages.models.texts import address_of
from tests.browser import Look
from tests.factories import make_event, make_link, make_news, make_organisation
from tests.factories.dialogues import make_topic
from tests.factories.files import make_picture


def news_page():
    """Everything a piece of news can show."""
    news = make_news(
        title="Neunzig Vereine beraten über Seelsorge und Wohlfahrtspflege in Nordrhein-Westfalen",
        body="## Was besprochen wurde\n\nEin *Text* mit [Verweis](https://portal.example/).",
        source="https://portal.example/quelle",
    )
    news.events.add(make_event())
    news.topics.add(make_topic())
    make_link(news=news)
    make_link(news=news, url="https://x.com/chancenNRW/status/1234567890")
    return news.get_absolute_url()


def send_empty(page):
    page.locator("main form button[type=submit]").click()


def news_list():
    for _number in range(15):
        make_news()
    return "/aktuelles/"


def hits():
    make_event(title="Musik verbindet Generationen", description="Ein Abend mit Musik. " * 30)
    for _number in range(6):
        make_organisation(is_listed=True, description="Wir lehren Musik und Tanz. " * 12)
    return "/suche/?q=musik"


LOOKS = [
    Look("search", lambda: "/suche/"),
    Look("search-hits", hits),
    Look("search-nothing", lambda: "/suche/?q=gibtesnicht&kreis=xx"),
    Look("home", lambda: "/"),
    Look("not-found", lambda: "/gibt-es-nicht/", status=404),
    Look("news", news_list),
    Look("no-news", lambda: "/aktuelles/?q=gibt+es+nicht"),
    Look("news-page", news_page),
    Look("contact-errors", lambda: "/kontakt/", act=send_empty),
    Look("barrier", lambda: "/barriere-melden/?seite=/kontakt/"),
    Look("barrier-errors", lambda: "/barriere-melden/", act=send_empty),
    Look("barrier-sent", lambda: "/barriere-melden/danke/"),
    *[Look(slug, lambda slug=slug: f"/{address_of(slug)}") for slug in PageSlug.values],
]


def make_press_picture() -> Picture:
    return Picture.objects.create(
        stored=make_picture(),
        title="Der Tisch",
        alt="Ein runder Tisch mit neun bunten Plätzen",
        credit="Koordinierungsstelle",
        licence="CC BY 4.0",
    )


RECORDS = {"pages.Picture": make_press_picture}
