"""The stems of English words, by PostgreSQL's own dictionary."""

from collections.abc import Collection

from django.db import connection

# Forms that its rules do not bring together, and that women use all the time.
IRREGULAR = {"midwiv": "midwif", "women": "woman", "children": "child", "fed": "feed", "bled": "bleed"}
STEMS = "SELECT word, (ts_lexize('english_stem', word))[1] FROM unnest(%s::text[]) AS word"


def stems(words: Collection[str]) -> dict[str, str]:
    """The stem of each of these words; those without one ("the", "and") are left out. One query."""
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [sorted(set(words))])
        return {word: IRREGULAR.get(stem, stem) for word, stem in cursor.fetchall() if stem}
