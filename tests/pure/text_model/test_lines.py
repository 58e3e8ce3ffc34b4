"""Lines in, lines out: order, errors, and the same analysis as the worker's."""

import json
from collections.abc import Iterator

from surveys.themes.text_model.analysis import AHEAD, analyse
from surveys.themes.text_model.interface import Comment
from surveys.themes.text_model.lines import analyse_lines
from surveys.themes.text_model.registry import shipped


def run(*lines: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in analyse_lines(lines, model=shipped())]


def test_a_comment_is_analysed_as_a_whole() -> None:
    text = "Midwife Sarah was kind but I want to make a formal complaint about parking"
    (answer,) = run(json.dumps({"id": "a1", "text": text, "stage": "birth", "language": "en"}))
    assert answer["id"] == "a1"
    assert answer["language"] == "en"
    assert answer["redactions"] == [{"start": 8, "end": 13, "kind": "name"}]
    assert answer["risk"] == "R4"
    assert "AFTER" in {theme["code"] for theme in answer["themes"]}  # type: ignore[attr-defined]


def test_offsets_count_code_points() -> None:
    text = "👶🏽 Dr Patel"
    (answer,) = run(json.dumps({"id": 1, "text": text}))
    assert answer["redactions"] == [{"start": text.index("Patel"), "end": len(text), "kind": "name"}]


def test_bad_lines_get_an_error_and_the_run_goes_on() -> None:
    answers = run(
        "not json",
        '{"id": "2"}',
        "",
        "[1]",
        '{"text": "no id"}',
        '{"id": "6", "text": "x", "stage": 3}',
        '{"id": "7", "text": "half \\ud83d"}',
        '{"id": "\\ud83d", "text": "x"}',
        '{"id": "9", "text": "parking"}',
    )
    assert [answer["id"] for answer in answers] == [None, "2", None, None, None, "6", "7", None, "9"]
    assert ["error" in answer for answer in answers] == [True] * 8 + [False]


def test_order_is_kept_over_many_lines_and_they_are_read_as_needed() -> None:
    taken = []

    def lines() -> Iterator[str]:
        for number in range(3 * AHEAD + 5):
            taken.append(number)
            yield "broken" if number % 7 == 0 else json.dumps({"id": str(number), "text": "parking"})

    answers = analyse_lines(lines(), model=shipped())
    assert "error" in json.loads(next(answers))
    assert len(taken) == 1
    assert json.loads(next(answers))["id"] == "1"
    # Every seventh is broken, and none of those is waited for.
    assert len(taken) <= AHEAD * 7 / 6 + 2
    rest = [json.loads(line)["id"] for line in answers]
    assert rest == [None if number % 7 == 0 else str(number) for number in range(2, 3 * AHEAD + 5)]


def test_the_page_language_helps_short_comments() -> None:
    (analysis,) = analyse([Comment("1", "brak tłumacza", language="pl")], model=shipped())
    assert analysis.language == "pl"
    assert [theme.code for theme in analysis.themes] == ["LANG"]


def test_a_line_break_inside_a_comment_does_not_split_its_answer() -> None:
    (line,) = analyse_lines([json.dumps({"id": "1", "text": "one\ntwo\u2028three"})], model=shipped())
    assert len(line.splitlines()) == 1
