from kme_portal.mailings.links import make_token
from tests.access import everyone, office
from tests.factories import make_message


def message():
    return {"pk": make_message(kind="tests.no_longer_known").pk}


ROWS = [
    everyone("mailings:unsubscribe", lambda: {"token": make_token("unsubscribe", "digest")}),
    # Undone by pressing a button alone.
    everyone("mailings:subscribe_again", lambda: {"token": "unbekannt"}, status=405),
    office("admin:mailings_message_mail", "Koordination", kwargs=message),
    # A letter of a kind that no longer exists cannot be shown.
    office("admin:mailings_message_html", "Koordination", kwargs=message, status=404),
    office("admin:mailings_message_try_now", refused=405),
    office("admin:mailings_suppression_release", "Koordination"),
]

MODELS = {
    "mailings.Message": ("Koordination",),
    "mailings.Suppression": ("Koordination", "Datenschutz"),
}
