"""How comments are read: quality on comments that no model learned from, speed and memory of the command."""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveys.moderation.redaction import Redaction
from surveys.themes.text_model import corpus, quality
from surveys.themes.text_model.corpus import DangerLine, Labelled
from tests.pure import redaction_quality

ROOT = Path(__file__).resolve().parents[2]
# Real comments, where somebody has put them beside the project.
REAL = ROOT.parent / "shared" / "data" / "nhs_fft_comments.csv"
MOST_MEGABYTES = 1000
# Runs the command as a child and says how much memory it took at most.
CHILD = """
import resource, subprocess, sys
code = subprocess.run([sys.executable, "manage.py", "analyse_comments"]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)
sys.exit(code)
"""
DANGERS = ("R1", "R2")
# The bounds of quality stand a little under what was measured: they say when something broke, not what is
# aimed at.


@dataclass(frozen=True)
class Answered:
    """What `analyse_comments` said, in the order of the lines, and what it cost."""

    answers: list[dict[str, Any]]
    seconds: float
    megabytes: int

    @property
    def themes(self) -> list[Mapping[str, str]]:
        return [{one["code"]: one["sentiment"] for one in answer["themes"]} for answer in self.answers]

    @property
    def dangers(self) -> list[bool]:
        return [answer["risk"] in DANGERS for answer in self.answers]


def run() -> bool:
    """One JSON line a figure; whether each kept its bound."""
    comments = corpus.held_out(corpus.comments())
    lines = corpus.held_out(corpus.danger_lines())
    read = analysed([_line(row, row.stage) for row in comments])
    kept = [*_of_themes(comments, read), *_of_danger(lines, analysed([_line(row, None) for row in lines]))]
    kept += _of_details()
    kept.append(_speed(comments))
    if REAL.exists():
        kept.append(_ordinary(analysed(_real_lines())))
    return all(kept)


def analysed(lines: Iterable[Mapping[str, Any]]) -> Answered:
    """The lines through `manage.py analyse_comments`, as an operator would run it."""
    given = "".join(json.dumps(line) + "\n" for line in lines)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD], cwd=ROOT, input=given, capture_output=True, text=True, check=True
    )
    seconds = time.perf_counter() - started
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return Answered(answers, seconds, int(done.stderr.split()[-1]))


def _line(row: Labelled | DangerLine, stage: str | None) -> dict[str, Any]:
    return {"id": row.id, "text": row.text, "stage": stage, "language": row.language}


def _of_themes(rows: Sequence[Labelled], read: Answered) -> Iterable[bool]:
    wanted = [row.themes for row in rows]
    yield say("themes, micro F1", quality.themes(read.themes, wanted).f1, at_least=0.75)
    with_sentiment = quality.themes_with_sentiment(read.themes, wanted).f1
    yield say("themes with sentiment, micro F1", with_sentiment, at_least=0.66)
    english = _f1(rows, read, lambda row: row.language == "en")
    others = _f1(rows, read, lambda row: row.language != "en")
    yield say("themes, other languages less than English by", english - others, at_most=0.07)
    by_code = quality.by_code(read.themes, wanted, sorted({code for row in wanted for code in row}))
    for code, found in by_code.items():
        say(f"themes, F1 of {code}", found.f1)
    yield say("themes, lowest F1 of a code", min(found.f1 for found in by_code.values()), at_least=0.50)
    second = [row.readings[-1].themes for row in rows]
    say("themes, micro F1 of the second reader", quality.themes(second, wanted).f1)


def _f1(rows: Sequence[Labelled], read: Answered, chosen: Callable[[Labelled], bool]) -> float:
    pairs = [(given, row.themes) for given, row in zip(read.themes, rows, strict=True) if chosen(row)]
    return quality.themes([given for given, _ in pairs], [wanted for _, wanted in pairs]).f1


def _of_danger(lines: Sequence[DangerLine], read: Answered) -> Iterable[bool]:
    seen = [flag for row, flag in zip(lines, read.dangers, strict=True) if row.risk in DANGERS]
    alike = [flag for row, flag in zip(lines, read.dangers, strict=True) if row.risk is None]
    yield say("danger, recall of R1 and R2", sum(seen) / len(seen), at_least=0.93)
    yield say("danger, share of harmless look-alikes flagged", sum(alike) / len(alike), at_most=0.07)


def _of_details() -> Iterable[bool]:
    rows = [json.loads(line) for line in redaction_quality.UNREAD.read_text(encoding="utf-8").splitlines()]
    read = analysed({"id": row["id"], "text": row["text"], "language": row["language"]} for row in rows)
    marks = {answer["id"]: [Redaction(**mark) for mark in answer["redactions"]] for answer in read.answers}
    found = redaction_quality.measure(redaction_quality.UNREAD, lambda row: marks[row["id"]])
    yield say("details to hide, recall of names", found["names_recall"], at_least=0.90)
    yield say("details to hide, precision of names", found["names_precision"], at_least=0.80)
    yield say("details to hide, recall of all others", found["structured_recall"], at_least=0.97)
    yield say("details to hide, precision of all others", found["structured_precision"], at_least=0.80)


def _speed(rows: Sequence[Labelled]) -> bool:
    """Two runs of different length: their difference leaves out what starting costs."""
    few = analysed(_line(row, row.stage) for row in rows)
    many = analysed(_line(row, row.stage) for row in list(rows) * 5)
    speed = 4 * len(rows) / (many.seconds - few.seconds)
    fast = say("the whole analysis, comments a second", speed, at_least=150)
    return say("the whole analysis, memory in MB", many.megabytes, at_most=MOST_MEGABYTES) and fast


def _real_lines() -> list[dict[str, Any]]:
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["FFT answer"] for row in csv.DictReader(file)]
    return [{"id": place, "text": text} for place, text in enumerate(texts) if text.strip()]


def _ordinary(read: Answered) -> bool:
    flagged = sum(read.dangers) / len(read.dangers)
    return say("danger, share of real NHS comments flagged", flagged, at_most=0.01)


def say(figure: str, value: float, *, at_least: float | None = None, at_most: float | None = None) -> bool:
    """Print one figure as a JSON line; whether it is within its bound."""
    holds = (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
    bounds = {"at_least": at_least, "at_most": at_most}
    bound = {name: limit for name, limit in bounds.items() if limit is not None}
    line = {"figure": figure, "value": round(value, 4), **bound} | ({"holds": holds} if bound else {})
    print(json.dumps(line), flush=True)
    return holds
