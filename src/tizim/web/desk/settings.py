"""The settings of the desk, made for one register and one place where it is served."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

HERE = Path(__file__).resolve().parent
LANGUAGES = (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша"))
_APPLICATIONS = [
    "tizim.stores.sql",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    # after auth, so that roles come after permissions; before allauth, so that its templates win
    "tizim.web.desk",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
]
_MIDDLEWARE = [
    "tizim.web.desk.headers.Plain",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tizim.web.desk.language.OwnLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tizim.web.desk.typed.Typed",
    "tizim.web.desk.gate.Gate",
    "tizim.web.desk.moment.Asked",
    "axes.middleware.AxesMiddleware",
]
_GUESSING = {
    "AXES_FAILURE_LIMIT": 5,
    "AXES_COOLOFF_TIME": 0.25,
    "AXES_LOCKOUT_PARAMETERS": ["username"],
    "AXES_RESET_ON_SUCCESS": True,
    "AXES_DISABLE_ACCESS_LOG": True,
    "AXES_ENABLE_ADMIN": False,
    "AXES_CLIENT_IP_CALLABLE": "tizim.web.desk.accounts.nowhere",
    "AXES_USERNAME_CALLABLE": "tizim.web.desk.accounts.whose",
    "AXES_LOCKOUT_TEMPLATE": "desk/guessed.html",
}
_SILENCE = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"nowhere": {"class": "logging.NullHandler"}},
    "root": {"handlers": ["nowhere"]},
    "loggers": {
        name: {"handlers": ["nowhere"], "propagate": False} for name in ("django", "axes", "waitress")
    },
}
"""Libraries log what they were given, which may be a name; the desk says of a fault its place only."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the desk is served: under which names, with TLS or not, and what is asked of whoever enters.

    ``idle`` are the minutes after which a session locks; ``addresses`` the https:// addresses under which
    others reach it, none for this machine alone.
    """

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    addresses: tuple[str, ...] = ()
    second_factor: bool = False
    idle: int = 15

    @property
    def is_this_machine(self) -> bool:
        """Whether nobody else can reach it."""
        return not self.addresses


def desk_settings(place: Place) -> dict[str, Any]:
    """Everything that Django is told before a register is open; its database and key follow (``serving``)."""
    return {
        **_applications(),
        **_words(),
        **_accounts(place),
        **_safety(place),
        "DATABASES": {"default": {"ENGINE": "django.db.backends.dummy"}},
        "DATABASE_ROUTERS": ["tizim.web.desk.routing.LedgerApart"],
        # codes of second factors count once, whichever process is asked; so the cache is common to all
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "desk_cache",
            }
        },
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "FORM_RENDERER": "tizim.web.desk.forms.Renderer",
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 500,
        "FILE_UPLOAD_HANDLERS": ["tizim.web.desk.uploads.InMemoryOnly"],
        "LOGGING": _SILENCE,
    }


def _applications() -> dict[str, Any]:
    return {
        "INSTALLED_APPS": _APPLICATIONS,
        "MIDDLEWARE": _MIDDLEWARE,
        "ROOT_URLCONF": "tizim.web.desk.urls",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "tizim.web.desk.around.every_page",
                    ],
                },
            }
        ],
        "STATIC_URL": "/static/",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "WHITENOISE_MAX_AGE": 3600,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
    }


def _words() -> dict[str, Any]:
    return {
        "LANGUAGE_CODE": "en",
        "LANGUAGES": list(LANGUAGES),
        "LOCALE_PATHS": [str(HERE / "locale")],
        "FORMAT_MODULE_PATH": ["tizim.web.desk.formats"],
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Strict",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_THOUSAND_SEPARATOR": True,
    }


def _accounts(place: Place) -> dict[str, Any]:
    return {
        "AUTH_USER_MODEL": "desk.Account",
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "allauth.account.auth_backends.AuthenticationBackend",
        ],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in (
                ("UserAttributeSimilarityValidator", {"user_attributes": ["username"]}),
                ("MinimumLengthValidator", {"min_length": 12}),
                ("CommonPasswordValidator", {}),
                ("NumericPasswordValidator", {}),
            )
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/",
        "ACCOUNT_ADAPTER": "tizim.web.desk.accounts.Entrance",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*", "password2*"],
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_RATE_LIMITS": {"login": None, "login_failed": "5/900s/key"},  # codes; passwords: axes
        "MFA_ADAPTER": "tizim.web.desk.accounts.SecondFactor",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_TOTP_ISSUER": "tizim",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": place.is_this_machine,
        **_GUESSING,
        "DESK_SECOND_FACTOR": place.second_factor,
        "DESK_IDLE_MINUTES": place.idle,
    }


def _safety(place: Place) -> dict[str, Any]:
    tls = not place.is_this_machine
    return {
        "DEBUG": False,
        "ALLOWED_HOSTS": list(place.hosts),
        "CSRF_TRUSTED_ORIGINS": list(place.addresses),
        "SESSION_ENGINE": "tizim.web.desk.sessions",
        "SESSION_COOKIE_NAME": "desk",
        "SESSION_COOKIE_SECURE": tls,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "SESSION_COOKIE_AGE": 12 * 3600,
        "CSRF_COOKIE_SECURE": tls,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_AGE": None,  # goes with the browser: else it would tell for a year who was here
        "CSRF_FAILURE_VIEW": "tizim.web.desk.views.faults.forged",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        "SECURE_SSL_REDIRECT": tls,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if tls else None,
        "SECURE_HSTS_SECONDS": 31_536_000 if tls else 0,
        "SILENCED_SYSTEM_CHECKS": ["axes.W006"],  # guesses are counted by account: no address is kept
        "SECURE_REFERRER_POLICY": "same-origin",  # with none at all browsers hide the origin of forms too
        "X_FRAME_OPTIONS": "DENY",
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {
                "default-src": [NONE],
                "script-src": [SELF],
                "style-src": [SELF],
                "img-src": [SELF, "data:"],
                "font-src": [SELF],
                "connect-src": [SELF],
                "form-action": [SELF],
                "frame-ancestors": [NONE],
                "base-uri": [NONE],
            }
        },
    }
