"""The shipped themes list is sound, and an unsound one is refused."""

from pathlib import Path

import pytest

from surveys.themes.codeframe import CodeframeError, categories, load, maternity

SOUND = """
name = "x"
version = 1
[[codes]]
code = "AB"
title = "A title"
definition = "What it means."
examples = ["one", "two"]
"""


def test_the_maternity_codeframe_has_28_themes() -> None:
    frame = maternity()
    assert len(frame.codes) == 28
    assert frame.code("CHOICE").plan == ("L1",)
    assert {ref for code in frame.codes for ref in code.plan or ()} == {f"L{n}" for n in range(1, 14)}


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('"AB"', '"ab"', "is no code"),
        ('"A title"', '" "', "needs a title"),
        ('["one", "two"]', '["one"]', "at least 2 examples"),
        ("[[codes]]", "[[codes", "frame.toml"),
        ('definition = "What it means."', "", "definition"),
    ],
)
def test_an_unsound_codeframe_is_refused(tmp_path: Path, before: str, after: str, why: str) -> None:
    path = tmp_path / "frame.toml"
    path.write_text(SOUND.replace(before, after), encoding="utf-8")
    with pytest.raises(CodeframeError, match=why):
        load(path)


def test_a_repeated_code_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "frame.toml"
    path.write_text(SOUND + SOUND[SOUND.index("[[") :], encoding="utf-8")
    with pytest.raises(CodeframeError, match="twice"):
        load(path)


def test_the_nhs_framework_has_50_categories_and_names_only_themes_of_the_list() -> None:
    known = {code.code for code in maternity().codes}

    assert len({each.key for each in categories()}) == len({each.name for each in categories()}) == 50
    assert {code for each in categories() for code in each.codes} <= known
    assert maternity().code("PAIN").nhs == ("pain",)
