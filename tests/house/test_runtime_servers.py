"""Local servers: shared, kept, closed to others, and never left behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from tools import local, servers
from tools.paths import ROOT
from tools.postgres import forget, place
from tools.processes import command_lines
from tools.servers import Servers

USER = """
import sys, time
from pathlib import Path
from tools import servers
print(servers.start(Path(sys.argv[1]), durable=True).database_url, flush=True)
time.sleep(60)
"""


def eventually(truth: Callable[[], bool]) -> bool:
    """Whether something becomes true within half a minute."""
    deadline = time.monotonic() + 30
    while not truth() and time.monotonic() < deadline:
        time.sleep(0.05)
    return truth()


def running_at(data_dir: Path) -> list[str]:
    """The command lines of processes that work on the database of data_dir."""
    where = str(place(data_dir))
    return [line for line in command_lines().values() if where in line]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("servers")
    yield folder
    assert eventually(lambda: servers.running(folder) is None)
    forget(folder)


@pytest.fixture
def use(data_dir: Path) -> Iterator[Servers]:
    use = servers.start(data_dir, durable=True)
    yield use
    use.stop()


def user_process(data_dir: Path) -> tuple[subprocess.Popen[str], str]:
    """Another process that uses the servers, and the URL it was given."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(data_dir)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    return process, process.stdout.readline().strip()


def test_servers_are_the_versions_we_deploy_and_keep_data_between_starts(data_dir: Path) -> None:
    first = servers.start(data_dir, durable=True)
    with psycopg.connect(first.database_url) as connection:
        assert connection.info.server_version // 10000 == 18
        connection.execute("create table kept as select 'ß' as words, lower('É') as lower")
    redis.Redis.from_url(first.broker_url).set("kept", "yes")
    first.stop()
    assert servers.running(data_dir) is None
    again = servers.start(data_dir, durable=True)
    with psycopg.connect(again.database_url) as connection:
        assert connection.execute("table kept").fetchone() == ("ß", "é")
        connection.execute("drop table kept")
    assert redis.Redis.from_url(again.broker_url).get("kept") == b"yes"
    again.stop()


def test_other_accounts_on_the_machine_need_the_password(use: Servers) -> None:
    host = use.database_url.rpartition("@")[2]
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgres://mvp_feedback:guess@{host}")
    with pytest.raises(redis.AuthenticationError):
        redis.Redis.from_url(f"redis://{use.broker_url.rpartition('@')[2]}").ping()
    readable = [path for path in use.data_dir.iterdir() if path.is_file() and path.stat().st_mode & 0o077]
    assert [path.name for path in readable] in ([], ["guardian.log"])


def test_servers_are_shared_and_outlive_the_first_of_their_users(use: Servers, data_dir: Path) -> None:
    second = servers.start(data_dir, durable=True)
    assert second.database_url == use.database_url
    second.stop()
    assert psycopg.connect(use.database_url).execute("select 1").fetchone() == (1,)


def test_two_commands_that_start_at_once_share_one_pair(data_dir: Path) -> None:
    users = [user_process(data_dir) for _ in range(2)]
    urls = {url for _, url in users}
    for process, _ in users:
        process.kill()
        process.wait()
    assert len(urls) == 1
    assert next(iter(urls)).startswith("postgres://")


def test_nothing_is_left_when_the_only_user_is_killed(data_dir: Path) -> None:
    process, _ = user_process(data_dir)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert eventually(lambda: not running_at(data_dir))
    assert servers.running(data_dir) is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start ends what was left over")
def test_nothing_is_left_when_the_guardian_is_killed(data_dir: Path) -> None:
    use = servers.start(data_dir, durable=True)
    guardian = next(pid for pid, line in command_lines().items() if f"tools.guardian {data_dir}" in line)
    os.kill(guardian, signal.SIGKILL)
    assert eventually(lambda: not running_at(data_dir))
    use.stop()
    again = servers.start(data_dir, durable=True)
    assert psycopg.connect(again.database_url).execute("select 1").fetchone() == (1,)
    again.stop()


def test_throwaway_servers_leave_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "throwaway"
    use = servers.start(folder, durable=False)
    elsewhere = place(folder)
    assert psycopg.connect(use.database_url).execute("show fsync").fetchone() == ("off",)
    use.stop()
    assert not folder.exists()
    assert not elsewhere.exists()


def test_a_command_without_a_database_url_gets_local_servers(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "DATA", data_dir)
    monkeypatch.setattr(local, "LOCAL", tmp_path)
    running = servers.start(data_dir, durable=True)
    environ = {"SITE_URL": "http://127.0.0.1:9000"}
    provided = local.provide(environ)
    assert provided
    assert environ["DATABASE_URL"] == running.database_url
    assert environ["SITE_URL"] == "http://127.0.0.1:9000"
    assert {"BROKER_URL", "SECRET_KEY", "WORDS_KEYS", "EMAIL_URL", "INSECURE_HTTP"} <= set(environ)
    assert local.keys() == (environ["SECRET_KEY"], environ["WORDS_KEYS"])
    provided.stop()
    running.stop()


def test_a_command_with_a_database_url_is_left_alone() -> None:
    environ = {"DATABASE_URL": "postgres://elsewhere"}
    local.provide(environ)
    assert environ == {"DATABASE_URL": "postgres://elsewhere"}


def test_data_made_anew_in_the_same_place_is_not_mixed_with_the_old(tmp_path: Path) -> None:
    folder, places = tmp_path / "data", set()
    for _ in range(2):
        use = servers.start(folder, durable=True)
        with psycopg.connect(use.database_url) as connection:
            connection.execute("create table first_time ()")
        use.stop()
        places.add(place(folder))
        shutil.rmtree(folder)
    for left in places:
        shutil.rmtree(left, ignore_errors=True)
