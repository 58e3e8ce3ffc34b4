"""The environment of the project on somebody's own machine: local servers, secrets made once, plain http."""

import base64
import fcntl
import json
import os
import secrets
from collections.abc import Mapping, MutableMapping

from tools import private, servers
from tools.locks import alone, could_take
from tools.paths import LOCAL
from tools.servers import Servers

RUNNING = LOCAL / "running"  # locked by a `make run` while it is up
RUN_PID = LOCAL / "run.pid"
RUN_STATE = LOCAL / "run.json"


def provide(environ: MutableMapping[str, str]) -> Servers | None:
    """Give a command what it needs when nobody has set DATABASE_URL.

    Servers that already run here are shared; otherwise they run for as long as this process does. Returns the
    use of them, for whoever wants to end it sooner.
    """
    if "DATABASE_URL" in environ:
        return None
    use = servers.start(servers.DATA, durable=True)
    for name, value in environment(use, run_state()).items():
        environ.setdefault(name, value)
    return use


def environment(use: Servers, run: Mapping[str, str]) -> dict[str, str]:
    """All that the settings ask of the environment, for http on this machine only."""
    secret_key, words_keys = keys()
    return {
        "DATABASE_URL": use.database_url,
        "BROKER_URL": use.broker_url,
        "SECRET_KEY": secret_key,
        "WORDS_KEYS": words_keys,
        "EMAIL_URL": run.get("email_url", "consolemail://"),
        "SITE_URL": run.get("site_url", "http://127.0.0.1:8000"),
        "MAILBOX_URL": run.get("mailbox_url", ""),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "DEBUG": "0",
        "INSECURE_HTTP": "1",
    }


def keys() -> tuple[str, str]:
    """SECRET_KEY and WORDS_KEYS (Fernet keys, newest first), made once and kept."""
    LOCAL.mkdir(mode=0o711, exist_ok=True)
    with alone(LOCAL / "making-keys"):
        return (
            private.read_or_make(LOCAL / "secret_key", lambda: secrets.token_urlsafe(50)),
            private.read_or_make(LOCAL / "words_keys", new_words_key),
        )


def new_words_key() -> str:
    """A key for cryptography.fernet.Fernet: 32 random bytes in URL-safe base64."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def run_state() -> dict[str, str]:
    """The addresses of the `make run` that is up here: site_url, email_url, mailbox_url. Else nothing."""
    if not RUN_STATE.exists() or could_take(RUNNING, fcntl.LOCK_SH):
        return {}
    addresses: dict[str, str] = json.loads(RUN_STATE.read_text())
    return addresses
