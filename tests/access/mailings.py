from kme_portal.mailings.links import make_token
from tests.access import everyone

ROWS = [
    everyone("mailings:unsubscribe", lambda: {"token": make_token("unsubscribe", "digest")}),
    # Undone by pressing a button alone.
    everyone("mailings:subscribe_again", lambda: {"token": "unbekannt"}, status=405),
]

MODELS: dict[str, tuple[str, ...]] = {}
