from tests.browser import Look

LOOKS = [
    Look("home", lambda: "/"),
    Look("not-found", lambda: "/gibt-es-nicht/", status=404),
]
