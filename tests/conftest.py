from tests.browser import chromium, new_page  # noqa: F401 - fixtures of every app
from tests.mail import mail_server as mail_server
