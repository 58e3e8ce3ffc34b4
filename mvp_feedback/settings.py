"""Settings: everything that differs between machines comes from the environment (see .env.example).

Needed: DATABASE_URL, BROKER_URL, SECRET_KEY, WORDS_KEYS. The rest has a default that is safe in production.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from surveys.core.languages import ENGLISH, RIGHT_TO_LEFT
from surveys.core.languages import LANGUAGES as OFFERED

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- who we are -------------------------------------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY")
# Behind receipts, API keys and the stop list. To change SECRET_KEY later, keep its old value here.
DIGEST_KEY = env.str("DIGEST_KEY", default="") or SECRET_KEY
# Fernet keys, newest first: raw words and addresses are encrypted with the first, read with any.
WORDS_KEYS = env.list("WORDS_KEYS")
DEBUG = env.bool("DEBUG", default=False)
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
# True only for plain http on one's own machine: cookies and redirects then do not insist on TLS.
INSECURE_HTTP = env.bool("INSECURE_HTTP", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# What everybody may do with an MVP's open figures, in one line, such as "Open Government Licence v3.0".
OPEN_DATA_LICENCE = env.str("OPEN_DATA_LICENCE", default="")
# From how many sends of one address in an hour on each asks for a little work or a wait of so many seconds.
SENDS_AN_HOUR = env.int("SENDS_AN_HOUR", default=120)
SEND_WAIT_SECONDS = env.int("SEND_WAIT_SECONDS", default=20)
ROOT_URLCONF = "mvp_feedback.urls"
WSGI_APPLICATION = "mvp_feedback.wsgi.application"

# --- the rooms, from the ground up ------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "rest_framework",
    "drf_spectacular",
    "csp",
    "surveys.core",
    "surveys.outbox",
    "surveys.organisations",
    "surveys.people",
    "surveys.questionnaires",
    "surveys.consultations",
    "surveys.responses",
    "surveys.moderation",
    "surveys.themes",
    "surveys.commitments",
    "surveys.reports",
    "surveys.notifications",
    "surveys.web",
    "surveys.api",
    "surveys.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "surveys.web.journey.doorstep.FirstPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "surveys.web.languages.AddressLanguage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Closed by default: a page that needs no account says so.
    "surveys.web.account.gate.Gate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

# --- data -------------------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
BROKER_URL = env.str("BROKER_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.str("CACHE_URL", default=BROKER_URL),
        "KEY_PREFIX": "cache",
    }
}
# A telling is a few kilobytes; spreadsheets are read in pieces and do not count here.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- templates --------------------------------------------------------------------------------------------
CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "surveys.web.desk.frame.desk",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "mvp_feedback.jinja.environment",
            "context_processors": CONTEXT_PROCESSORS,
        },
    },
    {
        # Only for the pages of allauth and DRF that have no page of ours yet.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# --- static files -----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "collected"
STATICFILES_DIRS = [BASE_DIR / "build" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "surveys.web.assets.Assets"},
}
WHITENOISE_USE_FINDERS = DEBUG

# --- signing in -------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
# auth.W004: addresses are unique whatever their letter case, by a constraint that the check does not know.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "surveys.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# By address of the network and by e-mail address: a code cannot be guessed, but mail can be a nuisance.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,5/10m/key"}
ACCOUNT_FORMS = {"request_login_code": "surveys.people.forms.AddressForm"}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_USERNAME_BLACKLIST: list[str] = []
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "account_login"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_NAME = "session"
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "surveys.web.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- transport and headers --------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = not INSECURE_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SESSION_COOKIE_SECURE = not INSECURE_HTTP
CSRF_COOKIE_SECURE = not INSECURE_HTTP
SECURE_HSTS_SECONDS = 0 if INSECURE_HTTP else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not INSECURE_HTTP
SECURE_HSTS_PRELOAD = not INSECURE_HTTP
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# --- e-mail -----------------------------------------------------------------------------------------------
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:1025")
vars().update(EMAIL_CONFIG)
# Django's mail API (allauth's sign-in codes) only fills our queue; workers empty it through DELIVERY_BACKEND.
DELIVERY_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "surveys.notifications.backend.QueuedEmailBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Maternity Voices <voices@localhost>")

# --- time and language ------------------------------------------------------------------------------------
LANGUAGE_CODE = ENGLISH.code
LANGUAGES = [(language.code, language.name) for language in OFFERED]
LANGUAGES_BIDI = list(RIGHT_TO_LEFT)
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "mvp_feedback" / "locale"]

# --- API --------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["surveys.api.authentication.ApiKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["surveys.api.permissions.Denied"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 50,
    "DEFAULT_THROTTLE_CLASSES": ["surveys.api.throttling.KeyThrottle"],
    "DEFAULT_THROTTLE_RATES": {"key": "600/min"},
    "EXCEPTION_HANDLER": "surveys.api.errors.explain",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Maternity voices API",
    "DESCRIPTION": "Open consultations, published figures (small numbers hidden) and sending feedback.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
}

# --- logs: named fields only, never people's words --------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "mvp_feedback.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"django.request": {"level": "ERROR"}},
}
