"""Lines of help, whose numbers are made up, so that no test rings one."""

from collections.abc import Iterable

from surveys.core.actors import SYSTEM
from surveys.organisations import services as organisations
from surveys.organisations.models import Organisation
from surveys.organisations.queries import HelpLine
from tests.factories.world import NOW, START


def list_lines(lines: Iterable[tuple[Organisation | None, HelpLine.Purpose, str, str]]) -> None:
    """List each: at which organisation (none: for everybody), for what, its name, its number."""
    for at, purpose, name, phone in lines:
        organisations.list_help_line(
            organisation=at, purpose=purpose, name=name, phone=phone, checked_on=START, by=SYSTEM, now=NOW
        )
