"""What the tests set; the rest is the portal's own settings."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("ADDRESS_DIGEST_KEY", "only-for-tests-" + "y" * 50)
os.environ.setdefault("ALLOWED_HOSTS", "localhost,testserver")
os.environ.setdefault("PORTAL_URL", "http://localhost:8000")
os.environ.setdefault("MAIL_QUIET_HOURS", "0")
os.environ.setdefault("ACCESS_LOG", "0")
os.environ.setdefault("EMAIL_URL", "smtp://localhost:1")
os.environ.setdefault("DEFAULT_FROM_EMAIL", "kme@portal.example")

from kme_portal.settings import *
from tests.strict import Strict

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Static files come from where they are made; nothing is collected.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Strict("%s")
