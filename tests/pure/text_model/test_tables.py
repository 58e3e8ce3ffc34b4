"""Tables of comments with any codeframe: what can be read, and what is said when something cannot."""

from pathlib import Path

import pytest

from surveys.themes.text_model.tables import TableError, read_columns, read_table


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("codes.json", '["Parking", "Food"]'),
        ("codes.json", '{"codes": [{"column": "Parking"}, {"code": "Food"}], "text": "Said"}'),
        ("codes.toml", 'text = "Said"\ncodes = ["Parking", "Food"]'),
        ("codes.txt", "# what we code\nParking\n\nFood\n"),
    ],
)
def test_a_codeframe_names_its_columns_in_several_ways(tmp_path: Path, name: str, content: str) -> None:
    assert read_columns(written(tmp_path, name, content)).codes == ("Parking", "Food")


def test_a_table_is_read_with_its_codes(tmp_path: Path) -> None:
    columns = read_columns(written(tmp_path, "codes.txt", "Parking\nFood"))
    table = read_table(written(tmp_path, "t.csv", "Comment,Parking,Food\nFull again,1,0\n,0,\n"), columns)
    assert table.texts == ("Full again", "")
    assert table.codes == (frozenset({"Parking"}), frozenset())
    assert table.says_something == [0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Comment,Parking\nA,1\n", "has no column Food"),
        ("Comment,Parking,Food\nA,1,perhaps\n", 'line 2: Food must be 1 or 0, not "perhaps"'),
        ("Words of hers,Parking,Food\nA,1,0\n", "say which column holds the words"),
        ("Comment,Parking,Food\n", "holds no rows"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(tmp_path: Path, content: str, says: str) -> None:
    columns = read_columns(written(tmp_path, "codes.txt", "Parking\nFood"))
    with pytest.raises(TableError, match=says):
        read_table(written(tmp_path, "t.csv", content), columns)


def test_a_codeframe_without_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="names no codes"):
        read_columns(written(tmp_path, "codes.json", "{}"))
