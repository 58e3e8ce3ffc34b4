"""The demo's actions: done, waiting, overdue, and one that cannot be done."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from surveys.commitments import queries as plans
from surveys.commitments import services as commitments
from surveys.commitments.queries import Action
from surveys.commitments.services import ActionPlan
from surveys.core.clock import local_date
from surveys.organisations.queries import Organisation
from surveys.people.queries import User

SOURCE = Path(__file__).parent / "world" / "actions.toml"


def act(place: Organisation, *, by: User, now: datetime) -> None:
    """Open the actions and close those that have come to something."""
    refs = {promise.ref: promise.pk for promise in plans.for_organisation(place, on=local_date(now))}
    for told in tomllib.loads(SOURCE.read_text())["action"]:
        _act(place, told, refs, by=by, now=now)


def _act(
    place: Organisation, told: Mapping[str, Any], refs: Mapping[str, UUID], *, by: User, now: datetime
) -> None:
    opened_on = local_date(now) - timedelta(days=told["days_ago"])
    due_on = opened_on + timedelta(days=told["days_to_do_it"])
    plan = ActionPlan(
        you_said=told["you_said"],
        we_do=told["we_do"],
        owner=told["owner"],
        due_on=due_on,
        code=told["code"],
        commitment_id=refs.get(told["commitment"]),
    )
    action = commitments.open_action(place, action=plan, opened_on=opened_on, by=by, now=now)
    if "outcome" in told:
        state = Action.State.CANNOT if told.get("cannot") else Action.State.DONE
        commitments.close_action(
            action.pk, state=state, outcome=told["outcome"], closed_on=due_on, by=by, now=now
        )
