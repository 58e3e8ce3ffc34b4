"""Names as a sentence bends them: "Світлану", "Gosią", "وليزا" ("and Lisa"), "જુલીએ" ("Julie" who did it)."""

from collections.abc import Iterator

from surveys.moderation.redaction import word_lists

_SHORTEST = 2


def plain_forms(word: str, language: str) -> Iterator[str]:
    """What `word` could be without what its language puts before or behind a name."""
    for before in word_lists.cues("put_before_names") if language == "ar" else ():
        if word.startswith(before):
            yield word.removeprefix(before)
    for ending, plain in word_lists.endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending)
            yield from (stem + instead for instead in plain)
