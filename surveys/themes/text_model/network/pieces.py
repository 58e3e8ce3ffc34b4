"""Words cut into the pieces that the network knows, each with its place in the text as it was given."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer, models, pre_tokenizers, processors

from surveys.themes.text_model.network.weights import Weights

# The base network was trained with this before each text.
_PREFIX = "passage: "
_START, _END, _UNKNOWN = 0, 2, 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces. `spans` are places in the text; (0, 0) for pieces that stand for no letter of it."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


class Cutter:
    """Cuts texts. A text longer than the network reads is cut off after `longest` pieces."""

    def __init__(self, weights: Weights, *, longest: int) -> None:
        self._characters = weights.characters
        self._tokenizer = _tokenizer(weights, longest)

    def cut(self, texts: Sequence[str], stages: Sequence[str | None] = ()) -> list[Pieces]:
        """One `Pieces` for each text, in order. A stage of care is read before the text."""
        plain = [self._plain(text) for text in texts]
        prefixes = [_prefix(stage) for stage in stages] or [_PREFIX] * len(texts)
        encoded = self._tokenizer.encode_batch(
            [prefix + text for prefix, (text, _) in zip(prefixes, plain, strict=True)]
        )
        return [
            Pieces(tuple(one.ids), tuple(_span(at, places, len(prefix)) for at in one.offsets))
            for one, prefix, (_, places) in zip(encoded, prefixes, plain, strict=True)
        ]

    def _plain(self, text: str) -> tuple[str, list[int]]:
        """The text with one sign for those that look alike, and where each letter of it came from."""
        letters: list[str] = []
        places: list[int] = []
        for place, letter in enumerate(text):
            for changed in self._characters.get(ord(letter), letter):
                if changed == " " and letters and letters[-1] == " ":
                    continue
                letters.append(changed)
                places.append(place)
        return "".join(letters), [*places, len(text)]


def _prefix(stage: str | None) -> str:
    return f"{_PREFIX}{stage.replace('_', ' ')}: " if stage else _PREFIX


def _span(offsets: tuple[int, int], places: Sequence[int], prefix: int) -> tuple[int, int]:
    start, end = offsets[0] - prefix, offsets[1] - prefix
    return (places[max(start, 0)], places[end - 1] + 1) if end > 0 else (0, 0)


def _tokenizer(weights: Weights, longest: int) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=_UNKNOWN, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", _START), ("</s>", _END)]
    )
    tokenizer.enable_truncation(longest)
    return tokenizer
