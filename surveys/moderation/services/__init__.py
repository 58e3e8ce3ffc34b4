"""Make safe: screen what comes in, clear it or set it aside, decide about risk, and take it back."""

from surveys.moderation.services.clearing import clear, set_aside, undo
from surveys.moderation.services.forgetting import forget
from surveys.moderation.services.risk_cases import decide_risk
from surveys.moderation.services.screening import SCREENED, WordsToAnalyse, screen, words_for_analysis

__all__ = [
    "SCREENED",
    "WordsToAnalyse",
    "clear",
    "decide_risk",
    "forget",
    "screen",
    "set_aside",
    "undo",
    "words_for_analysis",
]
