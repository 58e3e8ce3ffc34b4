"""How well details to hide are found: marks that people wanted against marks that the machine suggests.

The comments are made up (tests/pure/data/redaction_*.jsonl). A wanted mark counts as found when suggested
marks cover all of it; a suggested one counts as right when it overlaps a wanted one.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from surveys.moderation.redaction import Redaction, suggest

DATA = Path(__file__).parent / "data"
DEVELOPMENT = DATA / "redaction_dev.jsonl"
# By somebody who thought of every way to write a number or an address; rules were made from these too.
AS_WRITTEN = DATA / "redaction_written.jsonl"
# By a third author, who knew nothing of the rules; read and then learned from.
BY_A_THIRD = DATA / "redaction_third.jsonl"
HELD_OUT = DATA / "redaction_held_out.jsonl"
# Nobody who writes rules reads these: their sums alone are looked at.
STRANGERS = DATA / "redaction_strangers.jsonl"


@dataclass(frozen=True, slots=True)
class Marked:
    """A comment with the marks that were wanted in it and those that were suggested."""

    id: str
    text: str
    wanted: list[Redaction]
    suggested: list[Redaction]

    def missed(self) -> list[Redaction]:
        """The wanted marks of which some part would stay visible."""
        hidden = {place for mark in self.suggested for place in range(mark.start, mark.end)}
        return [mark for mark in self.wanted if not hidden.issuperset(range(mark.start, mark.end))]

    def wrong(self) -> list[Redaction]:
        """The suggested marks that touch no wanted one."""
        return [mark for mark in self.suggested if not any(_overlap(mark, wanted) for wanted in self.wanted)]


def measure(path: Path) -> dict[str, float]:
    """Recall and precision of names, and of all other kinds together, over the comments in `path`."""
    comments = list(marked(path))
    return {
        "comments": len(comments),
        "words": sum(len(comment.text.split()) for comment in comments),
        **_shares("names", comments, names=True),
        **_shares("structured", comments, names=False),
    }


def recall_by_kind(path: Path) -> dict[str, float]:
    """The share of each kind of wanted mark that was found."""
    wanted, missed = Counter[str](), Counter[str]()
    for comment in marked(path):
        wanted.update(mark.kind for mark in comment.wanted)
        missed.update(mark.kind for mark in comment.missed())
    return {kind: round(1 - missed[kind] / count, 4) for kind, count in sorted(wanted.items())}


def marked(path: Path) -> Iterator[Marked]:
    """Every comment of a file with both kinds of marks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = [Redaction(mark["start"], mark["end"], mark["kind"]) for mark in row["marks"]]
        suggested = suggest(row["text"], language=row["language"])
        yield Marked(row["id"], row["text"], wanted, suggested)


def wrong_per_thousand_words(texts: Iterable[str]) -> float:
    """Suggested marks in a thousand words of comments that hold nothing to hide."""
    words = marks = 0
    for text in texts:
        words += len(text.split())
        marks += len(suggest(text))
    return 1000 * marks / words


def _shares(group: str, comments: list[Marked], *, names: bool) -> dict[str, float]:
    wanted = _count((c.wanted for c in comments), names=names)
    suggested = _count((c.suggested for c in comments), names=names)
    found = wanted - _count((c.missed() for c in comments), names=names)
    right = suggested - _count((c.wrong() for c in comments), names=names)
    return {
        f"{group}_wanted": wanted,
        f"{group}_recall": round(found / wanted, 4),
        f"{group}_precision": round(right / suggested, 4),
    }


def _count(lists: Iterable[list[Redaction]], *, names: bool) -> int:
    return sum((mark.kind == "name") is names for marks in lists for mark in marks)


def _overlap(one: Redaction, other: Redaction) -> bool:
    return one.start < other.end and other.start < one.end
