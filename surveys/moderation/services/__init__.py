"""Make safe: screen what comes in, clear it or set it aside, decide about risk, and take it back."""

from surveys.moderation.claims import require_free
from surveys.moderation.services.claiming import HOLD, claim, claim_next, let_all_go, let_go
from surveys.moderation.services.clearing import clear, set_aside, undo
from surveys.moderation.services.details_reading import hide_also
from surveys.moderation.services.forgetting import forget
from surveys.moderation.services.misuse import CHANGED as ASIDE_CHANGED
from surveys.moderation.services.misuse import bring_back, set_responses_aside, trust
from surveys.moderation.services.risk_alerts import Alert, claim_alerts, escalate
from surveys.moderation.services.risk_cases import OPENED as RISK_OPENED
from surveys.moderation.services.risk_cases import change_level, decide_risk, raise_risk, reopen_risk
from surveys.moderation.services.risk_hands import HANDED_OVER as RISK_HANDED_OVER
from surveys.moderation.services.risk_hands import hand_over_risk, note_step, take_risk
from surveys.moderation.services.risk_reading import Look, second_look
from surveys.moderation.services.rota import end_shift, put_on_call, set_limit
from surveys.moderation.services.screening import SCREENED, WordsToAnalyse, screen, words_for_analysis
from surveys.moderation.services.unhiding import CLEARED, unhide

__all__ = [
    "ASIDE_CHANGED",
    "CLEARED",
    "HOLD",
    "RISK_HANDED_OVER",
    "RISK_OPENED",
    "SCREENED",
    "Alert",
    "Look",
    "WordsToAnalyse",
    "bring_back",
    "change_level",
    "claim",
    "claim_alerts",
    "claim_next",
    "clear",
    "decide_risk",
    "end_shift",
    "escalate",
    "forget",
    "hand_over_risk",
    "hide_also",
    "let_all_go",
    "let_go",
    "note_step",
    "put_on_call",
    "raise_risk",
    "reopen_risk",
    "require_free",
    "screen",
    "second_look",
    "set_aside",
    "set_limit",
    "set_responses_aside",
    "take_risk",
    "trust",
    "undo",
    "unhide",
    "words_for_analysis",
]
