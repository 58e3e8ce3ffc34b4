"""The demo's people: somebody in each role, with addresses that belong to nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from surveys.core.actors import SYSTEM
from surveys.organisations.queries import Organisation
from surveys.people import services as people
from surveys.people.queries import User
from surveys.people.roles import (
    BOARD_MEMBER,
    CHAIR,
    LMS_OFFICER,
    LOSS_MODERATOR,
    MODERATOR,
    TRUST,
    Role,
)

SINCE = date(2024, 1, 1)


@dataclass(frozen=True)
class SignIn:
    """One demo account: the address to sign in with, who it is, the role and the slug of the place."""

    email: str
    name: str
    role: Role
    at: str


LEICESTER_MVP, LEICESTER_LMS = "leicester-mvp", "leicester-leicestershire-rutland"
NORTH_LMS = "north-east-north-cumbria"
SIGN_INS = (
    SignIn("chair@leicester.example", "Amina Khan", CHAIR, LEICESTER_MVP),
    SignIn("moderator@leicester.example", "Ruth Bell", MODERATOR, LEICESTER_MVP),
    SignIn("specialist@leicester.example", "Helen Moss", LOSS_MODERATOR, LEICESTER_LMS),
    SignIn("trust@leicester.example", "Grace Adeyemi", TRUST, "university-hospitals-leicester"),
    SignIn("officer@leicester.example", "Tom Walker", LMS_OFFICER, LEICESTER_LMS),
    SignIn("board@leicester.example", "Dr Susan Clarke", BOARD_MEMBER, LEICESTER_LMS),
    SignIn("board2@leicester.example", "James Shah", BOARD_MEMBER, LEICESTER_LMS),
    SignIn("chair@newcastle.example", "Kelly Robson", CHAIR, "newcastle-mvp"),
    SignIn("chair@durham.example", "Nadia Iqbal", CHAIR, "county-durham-mvp"),
    SignIn("specialist@north.example", "Joan Whitfield", LOSS_MODERATOR, NORTH_LMS),
    SignIn("officer@north.example", "Peter Graham", LMS_OFFICER, NORTH_LMS),
    SignIn("board@north.example", "Professor Anne Reid", BOARD_MEMBER, NORTH_LMS),
)


def give_roles(places: Mapping[str, Organisation], *, now: datetime) -> dict[str, User]:
    """Everybody of SIGN_INS with her role, by address."""
    users = {}
    for sign_in in SIGN_INS:
        user = people.register(email=sign_in.email, name=sign_in.name, by=SYSTEM, now=now)
        people.give_role(
            user, role=sign_in.role, organisation=places[sign_in.at], valid_from=SINCE, by=SYSTEM, now=now
        )
        users[sign_in.email] = user
    return users
