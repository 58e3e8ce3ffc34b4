"""`evaluate_themes`: learns any codeframe from one table and measures on another."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SAID = {
    "Parking": "We drove round the car park for {} minutes and paid {} pounds",
    "Food": "Lunch came cold {} times and dinner was {} slices of toast",
    "": "It was day {} of {}",
}


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, str]:
    codes = tmp_path / "codes.json"
    codes.write_text('["Parking", "Food"]', encoding="utf-8")
    for name, numbers in (("train", range(24)), ("test", range(30, 38))):
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["Comment", "Question", "Parking", "Food"])
            for number in numbers:
                for code, said in SAID.items():
                    table.writerow(
                        [
                            said.format(number, number + 2),
                            "What was not good?",
                            int(code == "Parking"),
                            int(code == "Food"),
                        ]
                    )
    return {"codeframe": str(codes), **{name: str(tmp_path / f"{name}.csv") for name in ("train", "test")}}


def said_of(tables: dict[str, str], *more: str) -> str:
    said = StringIO()
    call_command(
        "evaluate_themes", *(f"--{name}={path}" for name, path in tables.items()), *more, stdout=said
    )
    return said.getvalue()


def test_it_measures_with_and_without_rows_that_say_nothing(tables: dict[str, str]) -> None:
    found = json.loads(said_of(tables, "--json"))
    assert found["micro_f1_of_rows_that_say_something"] > 0.9
    assert (found["rows"], found["rows_that_say_something"]) == (24, 16)
    assert found["micro_f1"] <= found["micro_f1_of_rows_that_say_something"]
    assert found["comments_a_second"] > 0
    assert found["peak_memory_mb"] > 0
    assert found["context"] == ["Question"]


def test_in_words_it_says_the_same(tables: dict[str, str]) -> None:
    assert "The 16 that say something: micro F1 " in said_of(tables)


def test_a_network_taught_from_the_table_suggests_too(tables: dict[str, str]) -> None:
    found = json.loads(said_of(tables, "--fine-tune", "--json"))
    assert found["method"] == "fine-tuned network and linear readers"
    assert found["micro_f1_of_rows_that_say_something"] > 0.9


def test_too_few_comments_teach_no_network(tables: dict[str, str]) -> None:
    Path(tables["train"]).write_text("Comment,Parking,Food\nA,1,0\n", encoding="utf-8")
    with pytest.raises(CommandError, match="too few to teach a network"):
        said_of(tables, "--fine-tune")


def test_a_file_that_cannot_be_used_is_said_plainly(tables: dict[str, str]) -> None:
    Path(tables["test"]).write_text("Comment,Question,Parking\nA,,1\n", encoding="utf-8")
    with pytest.raises(CommandError, match="has no column Food"):
        said_of(tables, "--json")
