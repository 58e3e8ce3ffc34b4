"""The shipped model: the reading network with what it learned from the corpus of maternity comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from surveys.moderation import risk
from surveys.moderation.redaction import Redaction
from surveys.themes.text_model import details
from surveys.themes.text_model.heads import Heads, Span
from surveys.themes.text_model.interface import Comment, Read, RiskLevel, Sentiment, ThemeSuggestion
from surveys.themes.text_model.network.adapter import Adapter
from surveys.themes.text_model.network.session import Network, Reading
from surveys.themes.text_model.network.weights import Floats
from surveys.themes.text_model.seed_model import plain_words
from surveys.themes.text_model.windows import sentences, windows

_EVIDENCE_SPANS = 3
# A piece counts as evidence when its reader looked there this often beside looking everywhere alike.
_LOOKED = 1.5
_CLEAR, _FAINT = 0.65, 0.3
PRESENT, PRAISE, CRITICISM = range(3)
# In letters; and how far plain words move the log odds of praise and criticism, and of the theme itself.
_SHORT, _BESIDE, _NAMED = 100, 2.0, 1.0
_SIGNS = {"positive": 1, "negative": -1, "mixed": 0, "neutral": 0}
# Below which chance of danger a text looks harmless; one of so few letters never does, nor one with a
# sentence that has this chance when it is read alone.
_HARMLESS, _SAYS_LITTLE, _PLAIN = 0.06, 40, 0.7


@dataclass(frozen=True, slots=True)
class Marked:
    """One comment as the network sees it: `chances` (labels, 3) from 0 to 1, and its `meaning`.

    `stretches` are what it was read in, with their places; `leading` says which of them speaks for each
    label.
    """

    chances: Floats
    meaning: Floats
    stretches: Sequence[tuple[int, str, Reading]]
    leading: NDArray[np.int64]

    def looks(self, label: int) -> tuple[Span, ...]:
        """The words where a label's reader looked most, most first."""
        start, text, reading = self.stretches[self.leading[label]]
        return tuple((start + first, start + end) for first, end in _looks(reading, label, text))

    def details(self) -> tuple[Redaction, ...]:
        """What should be hidden, with its place in the comment."""
        return tuple(
            replace(detail, start=start + detail.start, end=start + detail.end)
            for start, text, reading in self.stretches
            for detail in details.found(text, reading)
        )


class Reader:
    """Reads comments, long ones in stretches: the most certain stretch speaks for a label."""

    def __init__(self, network: Network, adapter: Adapter) -> None:
        self.labels = adapter.labels
        self.limits = adapter.limits
        self.version = adapter.version
        self._network = network

    def mark(self, comments: Sequence[Comment]) -> list[Marked]:
        """One for each comment, in order."""
        parts = [(place, *part) for place, one in enumerate(comments) for part in windows(one.text)]
        stages = [comments[place].stage for place, _, _ in parts]
        readings = self._network.read([text for _, _, text in parts], stages)
        grouped: list[list[tuple[int, str, Reading]]] = [[] for _ in comments]
        for (place, start, text), reading in zip(parts, readings, strict=True):
            grouped[place].append((start, text, reading))
        whole = [_together(group) for group in grouped]
        return [self._with_plain_words(*pair) for pair in zip(whole, comments, strict=True)]

    def _with_plain_words(self, marked: Marked, comment: Comment) -> Marked:
        """A short comment's themes and feelings, moved by plain words of praise and criticism beside them.

        The network learned from comments that rarely speak plainly; longer ones it reads better alone.
        """
        if len(comment.text) > _SHORT:
            return marked
        feelings = plain_words(comment).feelings
        pushes = [_BESIDE * _SIGNS[feelings.get(label, "neutral")] for label in self.labels]
        named = [_NAMED * (label in feelings) for label in self.labels]
        moves = [(theme, push, -push) for theme, push in zip(named, pushes, strict=True)]
        moved = _odds(marked.chances) + np.array(moves, np.float32)
        return replace(marked, chances=_chances_of(moved))

    def danger(self, marked: Marked) -> RiskLevel | None:
        """The graver level whose threshold is reached."""
        places = ((level, self.labels.index(level)) for level in risk.DANGER if level in self.labels)
        reached = (level for level, place in places if marked.chances[place, PRESENT] >= self.limits[place])
        return next(reached, None)

    def looks_harmless(self, comment: Comment, marked: Marked) -> bool:
        """Whether both kinds of danger are so unlikely that words alone raise no alarm."""
        if len(comment.text) <= _SAYS_LITTLE or self._danger_chance(marked) >= _HARMLESS:
            return False
        return not (comment.sounds_dangerous and self._is_plain_somewhere(comment))

    def _is_plain_somewhere(self, comment: Comment) -> bool:
        """Whether one of its sentences is danger when it is read alone: in company it can be drowned."""
        parts = sentences(comment.text)
        alone = self.mark([replace(comment, text=part) for part in parts]) if len(parts) > 1 else []
        return any(self._danger_chance(marked) >= _PLAIN for marked in alone)

    def _danger_chance(self, marked: Marked) -> float:
        """The larger chance of both kinds; 1 where it was not taught to look for them."""
        places = [self.labels.index(level) for level in risk.DANGER if level in self.labels]
        return float(marked.chances[places, PRESENT].max()) if places else 1.0

    def read(self, comment: Comment, marked: Marked, themes: tuple[ThemeSuggestion, ...]) -> Read:
        """These themes, and what the network says of danger and of details to hide."""
        harmless = self.looks_harmless(comment, marked)
        return Read(themes, self.danger(marked), harmless, marked.details())


class ReadingModel:
    """Suggests themes by the network; implements `TextModel`. `words` say which words speak for a theme."""

    def __init__(self, reader: Reader, codes: Iterable[str], words: Heads) -> None:
        self.version = reader.version
        self._reader = reader
        self._words = words
        self._places = [(code, reader.labels.index(code)) for code in codes]

    def read(self, comments: Sequence[Comment]) -> list[Read]:
        """Themes at or above their thresholds, best first, and danger."""
        return [
            self._read(comment, marked) if comment.text.strip() else Read()
            for comment, marked in zip(comments, self._reader.mark(comments), strict=True)
        ]

    def _read(self, comment: Comment, marked: Marked) -> Read:
        return self._reader.read(comment, marked, self._themes(comment, marked))

    def _themes(self, comment: Comment, marked: Marked) -> tuple[ThemeSuggestion, ...]:
        present = [
            (code, place)
            for code, place in self._places
            if marked.chances[place, PRESENT] >= self._reader.limits[place]
        ]
        speaking = self._words.evidence([code for code, _ in present], comment.text)
        found = [
            ThemeSuggestion(
                code=code,
                score=round(float(marked.chances[place, PRESENT]), 3),
                sentiment=sentiment(marked.chances[place]),
                evidence=speaking[code] or marked.looks(place),
            )
            for code, place in present
        ]
        return tuple(sorted(found, key=lambda one: (-one.score, one.code)))


def sentiment(chances: Floats) -> Sentiment:
    """What the chances of praise and of criticism say together."""
    praise, criticism = float(chances[PRAISE]), float(chances[CRITICISM])
    if min(praise, criticism) >= _CLEAR:
        return "mixed"
    if max(praise, criticism) < _FAINT:
        return "neutral"
    return "positive" if praise > criticism else "negative"


def _chances_of(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _together(stretches: Sequence[tuple[int, str, Reading]]) -> Marked:
    chances = np.stack([_chances(reading) for _, _, reading in stretches])
    leading = chances[:, :, PRESENT].argmax(axis=0)
    meaning = np.mean([reading.meaning for _, _, reading in stretches], axis=0)
    return Marked(chances[leading, np.arange(chances.shape[1])], meaning, stretches, leading)


def _chances(reading: Reading) -> Floats:
    if reading.marks is None:
        raise TypeError("A network without an adapter reads no labels.")
    return _chances_of(reading.marks)


def _odds(chances: Floats) -> Floats:
    bounded = np.clip(chances, 1e-3, 1 - 1e-3)
    return np.asarray(np.log(bounded / (1 - bounded)), np.float32)


def _looks(reading: Reading, label: int, text: str) -> list[tuple[int, int]]:
    """The words where the label's reader looked most, most first."""
    if reading.attention is None:
        return []
    looked = _by_word(reading.pieces.spans, reading.attention[label], text)
    often = _LOOKED / max(len(looked), 1)
    best = sorted(looked.items(), key=lambda item: -item[1])[:_EVIDENCE_SPANS]
    return [span for span, share in best if share >= often] or [span for span, _ in best[:1]]


def _by_word(spans: Sequence[tuple[int, int]], shares: Floats, text: str) -> dict[tuple[int, int], float]:
    """How much was looked at each word: pieces that no space parts are one word."""
    words: dict[tuple[int, int], float] = {}
    current, total = (0, 0), 0.0
    for (start, end), share in zip(spans, shares, strict=True):
        if end <= start or not any(map(str.isalnum, text[start:end])):
            continue
        bare = start + len(text[start:end]) - len(text[start:end].lstrip())
        if total and bare == current[1] and bare == start:
            words.pop(current)
            current, total = (current[0], end), total + float(share)
        else:
            current, total = (bare, end), float(share)
        words[current] = total
    return words
