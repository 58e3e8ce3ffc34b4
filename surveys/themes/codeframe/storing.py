"""A codeframe as JSON, as a version of it is stored."""

from collections.abc import Mapping
from typing import Any

from surveys.themes.codeframe.loading import Code, Codeframe, PastCode


def stored(frame: Codeframe) -> dict[str, Any]:
    """Codes and past codes as JSON; name and version stand beside it."""
    past = [{**_stored(each.code), "how": each.how, "became": list(each.became)} for each in frame.past]
    return {"codes": [_stored(code) for code in frame.codes], "past": past}


def read(data: Mapping[str, Any], *, name: str, version: int) -> Codeframe:
    """The codeframe of stored JSON."""
    past = tuple(PastCode(_read(each), each["how"], tuple(each["became"])) for each in data["past"])
    return Codeframe(name, version, tuple(_read(each) for each in data["codes"]), past)


def _stored(code: Code) -> dict[str, Any]:
    return {
        "code": code.code,
        "title": code.title,
        "definition": code.definition,
        "examples": list(code.examples),
        "plan": None if code.plan is None else list(code.plan),
        "nhs": list(code.nhs),
    }


def _read(entry: Mapping[str, Any]) -> Code:
    plan = entry["plan"]
    return Code(
        entry["code"],
        entry["title"],
        entry["definition"],
        tuple(entry["examples"]),
        None if plan is None else tuple(plan),
        tuple(entry["nhs"]),
    )
