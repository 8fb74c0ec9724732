"""Settings of the product. Every value that may differ between installations comes from the environment, typed.

Unknown or unusable values refuse to start (see :mod:`sauro.env`). Nothing outside this file reads the environment.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pghistory
import pgtrigger

from sauro import env
from sauro.runtime.folder import CHECKOUT, DataFolder

BASE_DIR = Path(__file__).resolve().parent
DATA_DIR = env.path("SAURO_DATA_DIR", CHECKOUT / "var")

DEBUG = env.boolean("SAURO_DEBUG", default=False)
SECRET_KEY = env.secret("SAURO_SECRET_KEY", "") or DataFolder(DATA_DIR).secret("secret-key")
ALLOWED_HOSTS = env.words("SAURO_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.words("SAURO_TRUSTED_ORIGINS")
# An installation that must keep the domains apart runs once per domain and hands over packages between the two.
DOMAINS_SERVED = env.words("SAURO_DOMAINS", ["state", "party", "front"])

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "sauro.common",
    "sauro.access",
    "sauro.audit",
    "sauro.numbering",
    "sauro.jobs",
    "sauro.ui",
    "sauro.calendars",
    "sauro.checking",
    "sauro.organizations",
    "sauro.accounts",
    "sauro.periods",
    "sauro.listings",
    "sauro.documents",
    "sauro.tasks",
    "sauro.plans",
    "sauro.agenda",
    "sauro.difficulties",
    "sauro.targets",
    "sauro.discussions",
    "sauro.programmes",
    "sauro.notices",
    "sauro.workforce",
    "sauro.headcounts",
    "sauro.roster",
    "sauro.careers",
    "sauro.staffing",
    "sauro.appraisals",
    "sauro.measuring",
    "sauro.bulk",
    "sauro.reporting",
    "sauro.status_reports",
    "sauro.periodic_reports",
    "sauro.assistant",
    "sauro.annotations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sauro.ui.middleware.LocaleMiddleware",
    "sauro.ui.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sauro.accounts.middleware.ActorMiddleware",
    "sauro.accounts.screen_lock.ScreenLockMiddleware",
    "sauro.ui.middleware.StorableAddressMiddleware",
    "sauro.ui.middleware.DomainErrorMiddleware",
]

ROOT_URLCONF = "sauro.urls"
WSGI_APPLICATION = "sauro.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sauro.ui.context.shell",
            ],
            "builtins": ["sauro.ui.templatetags.ui"],
        },
    }
]


FORM_RENDERER = "sauro.ui.drawn_widgets.DrawnWidgets"


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        # Of statements sent with their parameters apart (sauro.access.kept); Django's own carry theirs in the text.
        # Starting helpers, or compiling a query, takes longer than a page may; both processors are busy with others.
        "OPTIONS": {"prepare_threshold": 5, "options": "-c max_parallel_workers_per_gather=0 -c jit=off"},
    }


DATABASES = {"default": _database(env.secret("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["sauro.accounts.backends.SignInBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "sauro.accounts.validators.LengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
SIGN_IN_FAILURES_ALLOWED = 5
SIGN_IN_LOCK_MINUTES = env.integer("SAURO_LOCK_MINUTES", 15, minimum=1)
SCREEN_LOCK_MINUTES = env.integer("SAURO_SCREEN_LOCK_MINUTES", 15, minimum=1)

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.boolean("SAURO_HTTPS", default=False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["sauro.ui.formats"]
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {
        "BACKEND": "sauro.documents.file_store.DurableFileSystemStorage",
        "OPTIONS": {"location": str(MEDIA_ROOT)},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
QUARANTINE_DIR = DATA_DIR / "quarantine"
UPLOAD_LIMIT_BYTES = env.integer("SAURO_UPLOAD_LIMIT_MB", 50, minimum=1) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["sauro.documents.uploads.QuarantineUploadHandler"]
# Bounds of the process that reads one uploaded file.
READER_SECONDS = env.integer("SAURO_READER_SECONDS", 60, minimum=5)
# A scan is recognised page by page in the background; a page takes about four seconds.
SCAN_PAGES = env.integer("SAURO_SCAN_PAGES", 500, minimum=1)
READER_MEMORY_MB = env.integer("SAURO_READER_MEMORY_MB", 1536, minimum=256)
# "trước ngày 15/6" means the 14th at the latest; an office that reads it as the 15th sets this to 0.
BEFORE_IS_EXCLUSIVE = env.boolean("SAURO_BEFORE_IS_EXCLUSIVE", default=True)

# Requests to the API that one person, with all their keys, may make in a minute; 0: no limit.
API_PER_MINUTE = env.integer("SAURO_API_PER_MINUTE", 600, minimum=0, maximum=100_000)

# Work that nobody has touched for so many days turns grey.
STALE_DAYS = env.integer("SAURO_STALE_DAYS", 15, minimum=1)

# From this likeness on, in percent, two works of one unit are shown as perhaps asked for twice
# (docs/dev/likely-figures.md).
LIKELY_SCORE = env.integer("SAURO_LIKELY_SCORE", 35, minimum=1, maximum=100)

# Minutes within which a comment can be corrected by who wrote it.
COMMENT_EDIT_MINUTES = env.integer("SAURO_COMMENT_EDIT_MINUTES", 15, minimum=0, maximum=1_440)

# Working days within which a difficulty is answered, at each level it reaches.
DIFFICULTY_DAYS = env.integer("SAURO_DIFFICULTY_DAYS", 10, minimum=1, maximum=250)

# Reminders of units that have no rule of their own: days before the last day (0: on that day), the first day after it,
# then every so many days; and the days late after which the head of the unit, then the giver's head, is told.
REMIND_DAYS_BEFORE = env.integers("SAURO_REMIND_DAYS_BEFORE", [3, 1, 0])
REMIND_DAYS_AFTER = env.integer("SAURO_REMIND_DAYS_AFTER", 1, minimum=1, maximum=365)
REMIND_EVERY_DAYS = env.integer("SAURO_REMIND_EVERY_DAYS", 7, minimum=1, maximum=365)
ESCALATE_UNIT_HEAD_DAYS = env.integer("SAURO_ESCALATE_UNIT_HEAD_DAYS", 5, minimum=1, maximum=365)
ANSWER_DAYS = env.integer("SAURO_ANSWER_DAYS", 5, minimum=1, maximum=365)
ESCALATE_GIVER_HEAD_DAYS = env.integer("SAURO_ESCALATE_GIVER_HEAD_DAYS", 10, minimum=1, maximum=365)

# Working days within which a demanded explanation is given.
EXPLANATION_DAYS = env.integer("SAURO_EXPLANATION_DAYS", 3, minimum=1, maximum=60)

# Mail through the site's own server; without a host nothing is ever sent. Links in it begin with the public address.
SMTP_HOST = env.text("SAURO_SMTP_HOST", "")
SMTP_PORT = env.integer("SAURO_SMTP_PORT", 587, minimum=1, maximum=65_535)
SMTP_SECURITY = env.choice("SAURO_SMTP_SECURITY", ["starttls", "ssl", "none"], "starttls")
SMTP_USER = env.text("SAURO_SMTP_USER", "")
SMTP_PASSWORD = env.secret("SAURO_SMTP_PASSWORD", "")
SMTP_FROM = env.text("SAURO_SMTP_FROM", "sauro@localhost")
PUBLIC_URL = env.text("SAURO_PUBLIC_URL", "http://localhost:8000")

# Whoever acted on many tasks at once may take it back for so many minutes, while nobody has acted on them since.
UNDO_MINUTES = env.integer("SAURO_UNDO_MINUTES", 30, minimum=1, maximum=1440)

# Names in succession planning are kept only where the site has switched it on, and then confirmed their classification.
SUCCESSION_PLANNING = env.boolean("SAURO_SUCCESSION_PLANNING", default=False)

# The hours of the two halves of a working day.
MORNING_HOURS = env.hours("SAURO_MORNING_HOURS", "07:30-11:30")
AFTERNOON_HOURS = env.hours("SAURO_AFTERNOON_HOURS", "13:30-17:00")

# An OpenAI-compatible language model of the site; without an address nothing is ever sent anywhere.
MODEL_URL = env.text("SAURO_MODEL_URL", "")
MODEL_NAME = env.text("SAURO_MODEL_NAME", "default")
MODEL_KEY = env.secret("SAURO_MODEL_KEY", "")
# Needed for an address outside the site's own network; kept with every call.
MODEL_PURPOSE = env.text("SAURO_MODEL_PURPOSE", "")
MODEL_SECONDS = env.integer("SAURO_MODEL_SECONDS", 120, minimum=1)
MODEL_CHARACTERS = env.integer("SAURO_MODEL_CHARACTERS", 60_000, minimum=1_000)

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# The context lies in the history row itself: a shared context table would have to be updatable by the application.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_LEVEL = pgtrigger.Statement

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # The server warns of every request that waits at all; those that wait too long are answered 503.
    "loggers": {"procrastinate": {"level": "WARNING"}, "waitress.queue": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": env.choice("SAURO_LOG", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")},
}
