"""Tables of comments with any codeframe: what can be read, and what is said when something cannot."""

from pathlib import Path

import pytest

from surveys.themes.text_model.tables import TableError, read_columns, read_table, settled


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


def test_what_was_asked_and_where_is_read_beside_the_words(tmp_path: Path) -> None:
    asked = "Comment,FFT question,Service type 1,Service type 2,Service location,Parking\n"
    path = written(tmp_path, "t.csv", asked + "Nothing,What was good?,Ward,,1,0\nFull again,,,,0,1\n")
    found = read_table(path, read_columns(written(tmp_path, "codes.txt", "Parking")))
    assert found.contexts == ("What was good?, Ward", None)

    named = read_columns(
        written(tmp_path, "codes.json", '{"codes": ["Parking"], "context": ["Service type 1"]}')
    )
    assert read_table(path, named).contexts == ("Ward", None)
    nothing = read_columns(written(tmp_path, "codes.json", '{"codes": ["Parking"], "context": []}'))
    assert read_table(path, nothing).contexts == (None, None)


def test_a_context_that_is_not_there_is_said(tmp_path: Path) -> None:
    columns = read_columns(written(tmp_path, "codes.json", '{"codes": ["Parking"], "context": ["Ward"]}'))
    with pytest.raises(TableError, match="has no column Ward"):
        read_table(written(tmp_path, "t.csv", "Comment,Parking\nA,1\n"), columns)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('"context": "Ward"', "context must be a list"),
        ('"context": [1]', "needs the name of its column"),
        ('"context": ["Parking"]', "Parking cannot be context"),
        ('"text": "Said", "context": [{"column": "Said"}]', "Said cannot be context"),
        ('"text": ["Said"]', "text must be the name of one column"),
    ],
)
def test_a_codeframe_that_cannot_be_meant_is_refused(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        read_columns(written(tmp_path, "codes.json", f'{{"codes": ["Parking"], {more}}}'))


def test_what_one_file_has_beside_the_words_is_asked_of_the_other(tmp_path: Path) -> None:
    train = written(tmp_path, "train.csv", "Comment,Service_type,Parking\nFull,Ward,1\n")
    test = written(tmp_path, "test.csv", "Comment,Parking\nFull,1\n")
    columns = settled(read_columns(written(tmp_path, "codes.txt", "Parking")), train)
    assert (columns.text, columns.context) == ("Comment", ("Service_type",))
    with pytest.raises(TableError, match="has no column Service_type"):
        read_table(test, columns)


def test_words_without_a_code_or_a_code_without_words_say_nothing(tmp_path: Path) -> None:
    columns = read_columns(written(tmp_path, "codes.txt", "Parking"))
    table = read_table(written(tmp_path, "t.csv", "Comment,Parking\nFull,1\n ,1\nHm,0\n"), columns)
    assert table.says_something == [0]
    assert table.rows([1]).texts == (" ",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Comment,Parking\nA,1\n", "has no column Food"),
        ("Comment,Parking,Food\nA,1,perhaps\n", 'line 2: Food must be 1 or 0, not "perhaps"'),
        ("Words of hers,Parking,Food\nA,1,0\n", "say which column holds the words"),
        ("Comment,Parking,Food\n", "holds no rows"),
        ("Other words,Parking,Food\nA,1,0\n", "say which column holds the words"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(tmp_path: Path, content: str, says: str) -> None:
    columns = read_columns(written(tmp_path, "codes.txt", "Parking\nFood"))
    with pytest.raises(TableError, match=says):
        read_table(written(tmp_path, "t.csv", content), columns)


def test_a_codeframe_without_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="names no codes"):
        read_columns(written(tmp_path, "codes.json", "{}"))
