"""Arabic writes "and", "with", "the" and the like as one with the word that follows."""

from collections.abc import Iterator

_ARABIC = range(0x0600, 0x0700)
# Longest first. A word must keep three letters, or what is left means nothing.
_PARTICLES = ("وبال", "فبال", "وال", "فال", "بال", "كال", "لل", "وب", "وم", "ال", "و", "ف", "ب", "ل", "ك")
_FEWEST_LETTERS = 3


def without_particles(word: str) -> Iterator[str]:
    """What an Arabic word may be without what is written before it, longest particle first."""
    if not word or ord(word[0]) not in _ARABIC:
        return
    for particle in _PARTICLES:
        if word.startswith(particle) and len(word) - len(particle) >= _FEWEST_LETTERS:
            yield word[len(particle) :]
