"""Settings, all from the environment; docs/operator.md lists every variable.

A missing secret stops the start, and the error names the variable.
"""

import gc
from datetime import timedelta
from email.utils import parseaddr
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import FileAwareEnv

from kme_portal.base.languages_apart import field_name
from kme_portal.base.logs import logging_for, process_name
from kme_portal.base.storage import storage_of

# Loading the portal makes next to no garbage, and a quarter of each process's start went into
# looking for it. `PagesConfig.ready` switches it on again.
gc.disable()

# NAME_FILE names a file with the value, for secrets of systemd and of containers.
env = FileAwareEnv(strip_whitespace=True)
BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
# Digests of suppressed addresses outlive a change of SECRET_KEY, so they have a key of their own.
ADDRESS_DIGEST_KEY = env.str("ADDRESS_DIGEST_KEY")
DEBUG = env.bool("DEBUG", False)
# Empty is off, so that DEMO= on a command line switches it off.
DEMO = env.str("DEMO", "") not in ("", "0")
# Multiplies every limit of public forms; raised only for load tests.
LIMIT_SCALE = env.int("LIMIT_SCALE", 1)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
# Who bears it learns from /readyz/ what is not well; empty: the log and `manage.py ready` alone.
MONITORING_TOKEN = env.str("MONITORING_TOKEN", "")
# The address in links of mails; passkeys are bound to its host.
PORTAL_URL = env.str("PORTAL_URL").rstrip("/")
SECURE = PORTAL_URL.startswith("https://")
# Only behind a proxy of the operator's own do forwarded headers count.
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)

INSTALLED_APPS = [
    "modeltranslation",
    "kme_portal.base",
    "kme_portal.mailings",
    "kme_portal.accounts",
    "organisations",
    "events",
    "dialogues",
    "funding",
    "kme_portal.accounts.apps.OfficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    # Its widgets' templates, for the renderer of our own forms.
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_filters",
    "csp",
    "pghistory",
    # The last one with tables: its post_migrate writes vocabularies, groups and first pages.
    "kme_portal.pages",
    # The triggers are made for the tracked models, so these must be known before.
    "pgtrigger",
]

MIDDLEWARE = [
    "kme_portal.base.middleware.AliveMiddleware",
    "kme_portal.base.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Answers of changing length, so that compression tells nothing about a token (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "kme_portal.pages.embedding.FrameMiddleware",
    "kme_portal.base.middleware.PrivacyHeadersMiddleware",
    "kme_portal.base.middleware.KnownMethodsMiddleware",
    "kme_portal.base.outage.OutageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kme_portal.base.middleware.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "kme_portal.base.middleware.VisitorMiddleware",
    "kme_portal.base.reading.ReadingMiddleware",
    "kme_portal.accounts.middleware.UnsentFormMiddleware",
    "kme_portal.base.middleware.ClosedByDefaultMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kme_portal.accounts.lifetime.SessionLifetimeMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "kme_portal.base.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "kme_portal.urls"
WSGI_APPLICATION = "kme_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kme_portal.base.context_processors.portal",
            ],
        },
    }
]

# Widgets in templates/admin/widgets count before Django's own.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data

DATABASES = {"default": env.dj_db_url("DATABASE_URL", engine="django.db.backends.postgresql")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# PgBouncer in transaction mode gives the next query to another session.
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = env.bool("PGBOUNCER", False)
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
# Who is connected, in pg_stat_activity.
DATABASES["default"]["OPTIONS"].setdefault("application_name", process_name())
if env.bool("DATABASE_POOL", False):
    # Set for web processes only: Celery would close the pool with every task.
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 6, "timeout": 3}
    # A connection that ended with a restarted server is replaced before a request gets it.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        # Allauth counts here: with Django's 300 a flood of addresses would push counters out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Queue: only a wake-up; what is to be done stands in PostgreSQL

REDIS_URL = env.str("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "max_retries": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# Seconds between two looks into the outbox without being woken.
OUTBOX_POLL = env.float("OUTBOX_POLL", 15.0)
CELERY_BEAT_SCHEDULE = {
    "ask-what-is-due": {"task": "kme_portal.mailings.tasks.ask_what_is_due", "schedule": 60},
    "drain-the-outbox": {"task": "kme_portal.mailings.tasks.drain_outbox", "schedule": OUTBOX_POLL},
    "read-returned-mail": {
        "task": "kme_portal.mailings.tasks.read_return_mailbox",
        "schedule": 300,
    },
    "keep-seats-moving": {"task": "events.tasks.keep_seats_moving", "schedule": 60},
    "keep-campaigns-moving": {"task": "events.tasks.keep_campaigns_moving", "schedule": 60},
    "note-that-we-run": {"task": "kme_portal.base.tasks.note_heartbeat", "schedule": 60},
    # Hourly, and each run does what is due: a missed night is caught up.
    "erase-what-is-past-its-time": {
        "task": "kme_portal.base.tasks.erase_what_is_past_its_time",
        "schedule": timedelta(hours=1),
    },
}

# Mail

EMAIL = env.dj_email_url("EMAIL_URL")
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL["EMAIL_HOST"]
EMAIL_PORT = EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
# The bare address: it stands in links, calendars and Reply-To.
OFFICE_EMAIL = parseaddr(env.str("OFFICE_EMAIL", DEFAULT_FROM_EMAIL))[1]
RETURN_MAILBOX_URL = env.str("RETURN_MAILBOX_URL", "")
# A demonstration is tried in the evening too.
MAIL_QUIET_HOURS = env.bool("MAIL_QUIET_HOURS", not DEMO)
# Seconds. After a 4xx the gaps grow over four hours, then the mail has failed.
OUTBOX_GAPS = env.list(
    "OUTBOX_GAPS",
    [15, 60, 120, 300, 600, 900, 1200, *[1800] * 6],
    subcast=float,
)
OUTBOX_WAIT_UNREACHABLE = env.float("OUTBOX_WAIT_UNREACHABLE", 5.0)
OUTBOX_WAIT_REFUSED = env.float("OUTBOX_WAIT_REFUSED", 60.0)

# Languages

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English")), ("tr", _("Turkish")), ("ar", _("Arabic"))]
FORMAT_MODULE_PATH = "kme_portal.base.formats"
LOCALE_PATHS: list[Path] = []
MODELTRANSLATION_DEFAULT_LANGUAGE = "de"
MODELTRANSLATION_LANGUAGES = ("de", "en", "tr", "ar")
MODELTRANSLATION_FALLBACK_LANGUAGES = ("de",)
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = field_name
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"

# People

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
# Straight to the association; who acts for none finds the way on from there.
LOGIN_REDIRECT_URL = "my_association:start"
LOGOUT_REDIRECT_URL = "pages:home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "kme_portal.accounts.passwords.MaximumLengthValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    # 20,000 passwords that were found in breaches; no request leaves the portal.
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600

ACCOUNT_ADAPTER = "kme_portal.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
# An address without account gets a mail that says so: the same work, so the same time.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Per account; networks are counted by accounts.guards, which spares devices used before.
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_failed": "10/10m/key",
    "reset_password": "5/h/key",
    "reset_password_from_key": "",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
    "confirm_email": "1/3m/key",
}
ACCOUNT_FORMS = {
    name: f"kme_portal.accounts.forms.{form}"
    for name, form in {
        "login": "LoginForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reset_password": "ResetPasswordForm",
        "reset_password_from_key": "ResetPasswordKeyForm",
        "reauthenticate": "ReauthenticateForm",
        "change_email": "ChangeEmailForm",
    }.items()
}
MFA_ADAPTER = "kme_portal.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "KME NRW"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 12
# Passkeys on http://localhost, and nowhere else.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_FORMS = {
    name: f"kme_portal.accounts.forms.{form}"
    for name, form in {
        "authenticate": "CodeForm",
        "reauthenticate": "ReauthenticateCodeForm",
        "activate_totp": "ActivateTOTPForm",
        "add_webauthn": "AddPasskeyForm",
        "edit_webauthn": "EditPasskeyForm",
    }.items()
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SESSION_COOKIE_AGE = 14 * 24 * 3600
# Seconds without a request, and in all: for the office's admin, and for everybody else.
SESSION_IDLE = {"staff": 30 * 60, "other": 12 * 3600}
SESSION_ABSOLUTE = {"staff": 12 * 3600, "other": 14 * 24 * 3600}

# Keeping times. Those marked † are confirmed by the data protection officer before going live.

KEPT = {
    "accounts": timedelta(
        days=env.int("KEEP_ACCOUNTS_DAYS", 2 * 365)
    ),  # unused, after two warnings
    "consents": timedelta(days=env.int("KEEP_CONSENTS_DAYS", 3 * 365)),  # † after withdrawal
    "read_log": timedelta(days=env.int("KEEP_READ_LOG_DAYS", 2 * 365)),  # †
    "history": timedelta(days=env.int("KEEP_HISTORY_DAYS", 2 * 365)),  # †
    "data_requests": timedelta(days=env.int("KEEP_DATA_REQUESTS_DAYS", 3 * 365)),  # † closed
    "incidents": timedelta(days=env.int("KEEP_INCIDENTS_DAYS", 5 * 365)),  # † closed
}

# Files

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": storage_of(
        env.str("STORAGE_URL", ""), folder=env.str("MEDIA_ROOT", str(BASE_DIR / ".local" / "media"))
    ),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Where `manage.py backup` puts its folders, and how long they stay.
BACKUP_DIR = Path(env.str("BACKUP_DIR", str(BASE_DIR / ".local" / "backups")))
BACKUP_KEPT_DAYS = env.int("BACKUP_KEPT_DAYS", 30)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The preview of an address list of 1,000 rows sends up to three choices a row.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Browser

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "kme_portal.accounts.forgery.refused"
X_FRAME_OPTIONS = "DENY"

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# One line a request, without its address.
ACCESS_LOG = env.bool("ACCESS_LOG", True)
LOGGING = logging_for(json=env.bool("LOG_JSON", True), level=env.str("LOG_LEVEL", "INFO"))
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
