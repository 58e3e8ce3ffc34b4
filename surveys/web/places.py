"""What the chair's layout shows around a page: where one can go, who one is."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """A link in a navigation. waiting: how many things wait there (shown beside it when not zero)."""

    text: str
    href: str
    current: bool = False
    waiting: int = 0


@dataclass(frozen=True)
class Desk:
    """The frame of a signed-in page.

    places: Today, Listen, Ask, Understand, Act, as far as this person may go there.
    subplaces: the second row, inside the current place. switch: other organisations of hers.
    """

    organisation: str
    home: str
    account: str
    sign_out: str
    places: tuple[Place, ...] = ()
    subplaces: tuple[Place, ...] = ()
    switch: tuple[Place, ...] = ()
    account_links: tuple[Place, ...] = field(default=())
