"""The house keeps its shape: imports and foreign keys only go down the stair."""

import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]


def stair() -> list[set[str]]:
    """The rooms from the top down, as import-linter is told."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in told if contract["name"].startswith("The stair"))["layers"]
    return [set(layer.split(" | ")) for layer in layers]


def height(room: str) -> int:
    return next(-place for place, rooms in enumerate(stair()) if room in rooms)


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("surveys.")]


def test_imports_keep_every_contract() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout[-4000:] + linted.stderr[-2000:]


def test_no_foreign_key_climbs() -> None:
    climbing = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model.__module__.startswith("surveys.")
        if height(field.related_model._meta.app_label) > height(model._meta.app_label)
    ]
    assert climbing == []


def test_every_field_has_one_fate() -> None:
    wrong = {}
    for model in our_models():
        declared = sorted(vars(model)["fates"].names()) if "fates" in vars(model) else []
        fields = sorted(field.name for field in model._meta.concrete_fields)
        if declared != fields:
            wrong[model._meta.label] = sorted(set(declared) ^ set(fields))
    assert wrong == {}


def test_no_model_orders_itself() -> None:
    assert [model._meta.label for model in our_models() if model._meta.ordering] == []
