"""One row of a spreadsheet, as its reader hands it on."""

from collections.abc import Mapping
from dataclasses import dataclass

# The cells of a row from left to right, or why they cannot be told apart.
Raw = list[str] | str


@dataclass(frozen=True)
class SheetRow:
    """A row's number, as a spreadsheet program shows it (the names of the columns are row 1), and its cells.

    `fault` says why the cells cannot be read; there are none then.
    """

    number: int
    cells: Mapping[str, str]
    fault: str = ""
