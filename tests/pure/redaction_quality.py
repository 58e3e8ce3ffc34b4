"""How well details to hide are found: marks that people wanted against marks that the machine suggests.

The comments are made up (surveys/themes/text_model/data/details/, and tests/pure/data/redaction_unread.jsonl,
from which nothing was made or learned). A wanted mark counts as found when suggested
marks cover all of it; a suggested one counts as right when it overlaps a wanted one.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveys.moderation.redaction import Redaction, suggest
from surveys.themes.text_model import details_teaching, shipped
from surveys.themes.text_model.analysis import analyse
from surveys.themes.text_model.interface import Comment

DATA = Path(__file__).parent / "data"
_LEARNED_FROM = Path(details_teaching.__file__).parent / "data" / "details"
DEVELOPMENT = _LEARNED_FROM / "dev.jsonl"
# By somebody who thought of every way to write a number or an address; rules were made from these too.
AS_WRITTEN = _LEARNED_FROM / "written.jsonl"
# By a third author, who knew nothing of the rules; read and then learned from.
BY_A_THIRD = _LEARNED_FROM / "third.jsonl"
HELD_OUT = _LEARNED_FROM / "held_out.jsonl"
# Nobody who writes rules reads these: their sums alone are looked at.
STRANGERS = _LEARNED_FROM / "strangers.jsonl"
# Nobody reads these, and no model learns from them.
UNREAD = DATA / "redaction_unread.jsonl"

Find = Callable[[Mapping[str, Any]], Sequence[Redaction]]


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


def by_rules(row: Mapping[str, Any]) -> Sequence[Redaction]:
    """What the rules alone suggest to hide."""
    return suggest(row["text"], language=row["language"])


def by_all(row: Mapping[str, Any]) -> Sequence[Redaction]:
    """What the whole analysis suggests to hide, rules and network."""
    [analysis] = analyse([Comment(row["id"], row["text"], None, row["language"])], model=shipped.model())
    return analysis.redactions


def measure(path: Path, find: Find = by_rules) -> dict[str, float]:
    """Recall and precision of names, and of all other kinds together, over the comments in `path`."""
    comments = list(marked(path, find))
    return {
        "comments": len(comments),
        "words": sum(len(comment.text.split()) for comment in comments),
        **_shares("names", comments, names=True),
        **_shares("structured", comments, names=False),
    }


def recall_by_kind(path: Path, find: Find = by_rules) -> dict[str, float]:
    """The share of each kind of wanted mark that was found."""
    wanted, missed = Counter[str](), Counter[str]()
    for comment in marked(path, find):
        wanted.update(mark.kind for mark in comment.wanted)
        missed.update(mark.kind for mark in comment.missed())
    return {kind: round(1 - missed[kind] / count, 4) for kind, count in sorted(wanted.items())}


def marked(path: Path, find: Find = by_rules) -> Iterator[Marked]:
    """Every comment of a file with both kinds of marks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = [Redaction(mark["start"], mark["end"], mark["kind"]) for mark in row["marks"]]
        yield Marked(row["id"], row["text"], wanted, list(find(row)))


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
