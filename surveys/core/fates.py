"""What becomes of each field: every model says it, and a house test refuses silence."""

from dataclasses import dataclass

RETENTIONS = frozenset(
    {
        "audit",
        "message",
        "organisation",
        "account",
        "questionnaire",
        "consultation",
        "draft",
        "response",
        "report",
        "plan",
    }
)


@dataclass(frozen=True)
class Fates:
    """The record class of a model's rows and, field by field, what may be done with each.

    Fields are named in one string, separated by spaces. `kept` may appear in an export; `personal` identifies
    somebody and is erased with her; `words` is free text by a person, encrypted or cleared before it is read;
    `secret` never leaves the database.
    """

    retention: str
    kept: str = ""
    personal: str = ""
    words: str = ""
    secret: str = ""

    def __post_init__(self) -> None:
        if self.retention not in RETENTIONS:
            raise ValueError(f"unknown record class: {self.retention}")

    def names(self) -> list[str]:
        """Every field that has been given a fate, as often as it has been given one."""
        return " ".join((self.kept, self.personal, self.words, self.secret)).split()
