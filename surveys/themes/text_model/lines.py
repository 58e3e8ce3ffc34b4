"""The analysis over lines of JSON: one line in, one line out, in the same order."""

import json
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Any

from surveys.themes.text_model.analysis import analyse
from surveys.themes.text_model.interface import Analysis, Comment, TextModel


class LineError(ValueError):
    """A line that holds no comment; `id` is the comment's where it could be read."""

    def __init__(self, message: str, *, comment_id: str | None = None) -> None:
        super().__init__(message)
        self.comment_id = comment_id


def analyse_lines(lines: Iterable[str], *, model: TextModel) -> Iterator[str]:
    """Analyses {"id", "text", "stage"?, "language"?} lines; each gives one line, without a line break.

    A line that holds no comment gives {"id": its id or null, "error": why} and the run goes on.
    """
    read, ahead = tee(map(_read, lines))
    analyses = analyse((item for item in ahead if isinstance(item, Comment)), model=model)
    for item in read:
        yield _written(next(analyses) if isinstance(item, Comment) else item)


def _read(line: str) -> Comment | LineError:
    try:
        return _comment(line)
    except LineError as error:
        return error


def _comment(line: str) -> Comment:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError("This line is not JSON.") from error
    if not isinstance(data, dict):
        raise LineError("This line is not a JSON object.")
    comment_id = _id(data)
    return Comment(
        id=comment_id,
        text=_words(data, "text", comment_id) or "",
        stage=_words(data, "stage", comment_id, optional=True),
        language=_words(data, "language", comment_id, optional=True),
    )


def _id(data: dict[str, Any]) -> str:
    value = data.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise LineError('"id" must be text or a whole number.')
    if not _is_text(str(value)):
        raise LineError('"id" holds half a character.')
    return str(value)


def _words(data: dict[str, Any], key: str, comment_id: str, *, optional: bool = False) -> str | None:
    value = data.get(key)
    if optional and value is None:
        return None
    if not isinstance(value, str):
        raise LineError(f'"{key}" must be text.', comment_id=comment_id)
    if not _is_text(value):
        raise LineError(f'"{key}" holds half a character.', comment_id=comment_id)
    return value


def _is_text(value: str) -> bool:
    """Whether it can be written down: JSON lets half a surrogate pair through, UTF-8 does not."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _written(item: Analysis | LineError) -> str:
    return json.dumps(_refusal(item) if isinstance(item, LineError) else _answer(item), ensure_ascii=False)


def _refusal(error: LineError) -> dict[str, Any]:
    return {"id": error.comment_id, "error": str(error)}


def _answer(analysis: Analysis) -> dict[str, Any]:
    return {
        "id": analysis.id,
        "language": analysis.language,
        "redactions": [{"start": r.start, "end": r.end, "kind": r.kind} for r in analysis.redactions],
        "risk": analysis.risk,
        "themes": [{"code": t.code, "score": t.score, "sentiment": t.sentiment} for t in analysis.themes],
    }
