"""Safe texts as words: what stands for hidden details is no word of hers."""

import re

_HIDDEN = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words(safe_text: str) -> list[str]:
    """The words in order, in lower case."""
    return _WORD.findall(_HIDDEN.sub(" ", safe_text).lower().replace("’", "'"))
