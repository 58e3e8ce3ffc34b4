"""How much memory and time the import command needs for 100,000 rows, as CSV and as XLSX."""

import csv
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import xlsxwriter

from surveys.organisations.models import Kind
from surveys.questionnaires.models import Questionnaire
from tests.benchmarks.paired import seconds
from tests.factories.spreadsheets import HEADER, MAPPING
from tests.factories.world import organisation, published

ROWS = 100_000
MOST_MEGABYTES = 300
ROOT = Path(__file__).resolve().parents[2]
WORDS = ("kind", "midwife", "busy", "we waited", "too long", "but felt heard", "“always”", "café", "£5", "…")
FIVE_CODES = MAPPING.replace('"5" =', '"3" = "neither", "4" = "poor", "5" =')


def run() -> bool:
    """One JSON line a kind of file; whether the command's peak memory kept its bound for both."""
    with TemporaryDirectory() as folder:
        mapping = Path(folder) / "mapping.toml"
        mapping.write_text(FIVE_CODES, encoding="utf-8")
        # A list: the second is measured, whatever became of the first.
        kept = [
            _measured(Path(folder) / f"answers.{kind}", write, mapping)
            for kind, write in (("csv", _write_csv), ("xlsx", _write_xlsx))
        ]
    return all(kept)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    """Made-up rows, always the same: one in twenty is refused, one in fifty has the row before it again."""
    chance = random.Random(2026)
    row = ("", "", "", "")
    for number in range(ROWS):
        if number % 50 != 49:
            day = "31/02/2022" if number % 20 == 7 else f"{chance.randint(1, 28):02}/05/2022"
            words = " ".join(chance.choices(WORDS, k=chance.randint(0, 40)))
            row = (f"R{number}", day, chance.choice("12345"), words)
        yield row


def _write_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *_rows()])


def _write_xlsx(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Answers")
        for number, row in enumerate([HEADER, *_rows()]):
            sheet.write_row(number, 0, row)


def _measured(path: Path, write: Callable[[Path], None], mapping: Path) -> bool:
    write(path)
    command = _Command(path, mapping)
    taken = seconds(command)
    line = {
        "figure": f"import of {path.suffix[1:]}",
        "rows": ROWS,
        "rows_per_second": round(ROWS / taken),
        "peak_megabytes": round(command.megabytes),
        "at_most": MOST_MEGABYTES,
        "holds": command.megabytes <= MOST_MEGABYTES,
    }
    print(json.dumps(line), flush=True)
    return command.megabytes <= MOST_MEGABYTES


# Started by a small process: what this one holds would count as the command's until it has begun.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class _Command:
    """The command in a process of its own, whose largest resident memory the system remembers."""

    def __init__(self, path: Path, mapping: Path) -> None:
        slug = _a_partnership()
        self._words = [
            *(sys.executable, "manage.py", "import_responses", str(path)),
            *("--partnership", slug, "--mapping", str(mapping), "--json", "--skip-checks"),
        ]
        self.megabytes = 0.0

    def __call__(self) -> None:
        measured = [sys.executable, "-c", MEASURED, *self._words]
        said = subprocess.run(measured, stdout=subprocess.PIPE, cwd=ROOT, text=True, check=True)
        self.megabytes = int(said.stdout) / 1024


def _a_partnership() -> str:
    mvp = organisation(Kind.MVP, "Benchmark", slug=f"benchmark-{uuid4().hex[:8]}")
    published(mvp, Questionnaire.Purpose.IMPORT)
    return mvp.slug
