from tests.browser import chromium, new_page  # noqa: F401 - fixtures of every app
