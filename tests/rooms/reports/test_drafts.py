"""Whoever compiles drafts can subtract one from another, so she must see working counts anyway."""

from datetime import date

import pytest

from surveys.core.errors import NotAllowed
from surveys.people.roles import ROLES, Permission
from surveys.reports import services
from tests.factories.world import NOW, Place

JULY = date(2026, 7, 1)


def test_every_role_that_compiles_reads_the_words_too() -> None:
    for role in ROLES.values():
        assert Permission.COMPILE_REPORTS not in role.permissions or Permission.READ_WORDS in role.permissions


@pytest.mark.parametrize("who", ["moderator", "trust_staff", "lms_officer", "board_member"])
def test_nobody_but_a_chair_compiles(leicester: Place, who: str) -> None:
    with pytest.raises(NotAllowed):
        services.compile_report(
            leicester.mvp, starts_on=JULY, ends_on=date(2026, 8, 1), by=getattr(leicester, who), now=NOW
        )


@pytest.mark.parametrize("ends_on", [date(2026, 9, 30), date(2026, 11, 1)])
def test_a_chair_compiles_any_days(leicester: Place, ends_on: date) -> None:
    draft = services.compile_report(
        leicester.mvp, starts_on=JULY, ends_on=ends_on, by=leicester.chair, now=NOW
    )

    assert draft.ends_on == ends_on
