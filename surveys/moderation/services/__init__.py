"""Make safe: screen what comes in, clear it or set it aside, decide about risk, and take it back."""

from surveys.moderation.claims import require_free
from surveys.moderation.services.claiming import HOLD, claim, claim_next, let_all_go, let_go
from surveys.moderation.services.clearing import clear, set_aside, undo
from surveys.moderation.services.forgetting import forget
from surveys.moderation.services.misuse import CHANGED as ASIDE_CHANGED
from surveys.moderation.services.misuse import bring_back, set_responses_aside, trust
from surveys.moderation.services.risk_cases import decide_risk
from surveys.moderation.services.screening import SCREENED, WordsToAnalyse, screen, words_for_analysis
from surveys.moderation.services.unhiding import unhide

__all__ = [
    "ASIDE_CHANGED",
    "HOLD",
    "SCREENED",
    "WordsToAnalyse",
    "bring_back",
    "claim",
    "claim_next",
    "clear",
    "decide_risk",
    "forget",
    "let_all_go",
    "let_go",
    "require_free",
    "screen",
    "set_aside",
    "set_responses_aside",
    "trust",
    "undo",
    "unhide",
    "words_for_analysis",
]
