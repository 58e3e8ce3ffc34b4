"""Writes believable feedback: which stage, how it felt, what was said; the same for the same seed."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent / "world" / "comments.toml"

CODES_BY_STAGE: Mapping[str, list[str]] = {
    stage: codes.split()
    for stage, codes in {
        "antenatal": "LISTEN KIND CHOICE CONT PLAN DIGI INFO APPT TRAVEL CONDN PREVENT TRIAGE",
        "birth": "LISTEN KIND CHOICE PLACE TRIAGE INDUCE PAIN BIRTH PARTNER PLAN EQUAL",
        "postnatal_ward": "KIND POSTWARD FEED PARTNER DISCH ENV PAIN LANG",
        "postnatal_community": "HOME FEED PMH CONT INFO KIND AFTER",
        "neonatal": "NEO KIND INFO PARTNER TRAVEL",
        "general": "KIND LISTEN CONT INFO TRAVEL AFTER EQUAL LANG",
    }.items()
}
STAGE_WEIGHTS = {
    "antenatal": 24,
    "birth": 34,
    "postnatal_ward": 20,
    "postnatal_community": 13,
    "neonatal": 5,
    "general": 4,
}
FFT_BY_MOOD = {
    "positive": (("very_good", 70), ("good", 27), ("neither", 3)),
    "mixed": (("good", 45), ("neither", 30), ("very_good", 12), ("poor", 10), ("dont_know", 3)),
    "negative": (("poor", 45), ("very_poor", 35), ("neither", 15), ("dont_know", 5)),
}
AGES = (
    ("under_18", 1),
    ("18_19", 3),
    ("20_24", 14),
    ("25_29", 27),
    ("30_34", 32),
    ("35_39", 18),
    ("40_over", 5),
)
ETHNIC = (
    ("british", 60),
    ("white_other", 8),
    ("indian", 12),
    ("pakistani", 5),
    ("bangladeshi", 2),
    ("african", 4),
    ("caribbean", 1),
    ("white_black_caribbean", 2),
    ("arab", 2),
    ("prefer_not", 4),
)


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Mapping[str, Any]]:
    """The made-up sentences by code."""
    return tomllib.loads(SOURCE.read_text())


@dataclass
class Writer:
    """A woman who writes, again and again; `random` decides who she is each time."""

    random: random.Random
    # Codes that are criticised more than usual, for this unit and month.
    troubled: frozenset[str] = field(default_factory=frozenset)

    def answers(self) -> dict[str, Any]:
        """One woman's answers by question key."""
        stage = self._weighted(tuple(STAGE_WEIGHTS.items()))
        mood = self._weighted((("positive", 62), ("mixed", 24), ("negative", 14)))
        codes = CODES_BY_STAGE[stage]
        worried = [code for code in codes if code in self.troubled]
        if worried and self.random.random() < 0.45:
            mood = "mixed" if mood == "positive" else mood
        answers = {"stage": stage, "fft": self._weighted(FFT_BY_MOOD[mood])}
        answers |= self._texts(mood, codes, worried)
        return answers | self._about_her()

    def language(self) -> str:
        """The language of her pages."""
        return self._weighted((("en", 94), ("pl", 2), ("ur", 1), ("ar", 1), ("ro", 1), ("gu", 1)))

    def in_her_language(self, language: str, answers: dict[str, Any]) -> dict[str, Any]:
        """The same answers with words in her own language."""
        good, better = phrases()["languages"][language]
        return answers | {"good": good, "better": better}

    def _texts(self, mood: str, codes: list[str], worried: list[str]) -> dict[str, str]:
        good = "" if mood == "negative" else self._sentences(codes, "positive")
        better = "" if mood == "positive" else self._sentences(worried or codes, "negative")
        if self.random.random() < 0.04:
            better = f"{better} {self.random.choice(phrases()['details']['extra'])}".strip()
        if self.random.random() < 0.0015:
            better = f"{better} {self.random.choice(phrases()['details']['risk'])}".strip()
        if self.random.random() < 0.15:
            good = ""
        return {"good": self._filled(good), "better": self._filled(better)}

    def _sentences(self, codes: list[str], mood: str) -> str:
        count = 2 if len(codes) > 1 and self.random.random() < 0.4 else 1
        chosen = self.random.sample(codes, k=count)
        return " ".join(self.random.choice(phrases()[code][mood]) for code in chosen)

    def _filled(self, text: str) -> str:
        details = phrases()["details"]
        return text.replace("{staff}", self.random.choice(details["staff"])).replace(
            "{surname}", self.random.choice(details["surname"])
        )

    def _about_her(self) -> dict[str, str]:
        if self.random.random() < 0.35:
            return {}
        return {
            "age": self._weighted(AGES),
            "ethnicity": self._weighted(ETHNIC),
            "disability": self._weighted((("no", 82), ("yes", 14), ("prefer_not", 4))),
            "interpreter": self._weighted((("no", 92), ("yes", 6), ("prefer_not", 2))),
        }

    def _weighted(self, weights: tuple[tuple[str, int], ...]) -> str:
        return self.random.choices([name for name, _ in weights], [weight for _, weight in weights])[0]
