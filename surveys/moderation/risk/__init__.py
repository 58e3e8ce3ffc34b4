"""Rules that point a moderator to what she should read first, and a woman to help. They miss things: a person
reads all.

No Django in here.
"""

from surveys.moderation.risk.assessing import DANGER, Risk, RiskPhrase, assess, concerns, version
from surveys.moderation.risk.lexicon import Level, topics

__all__ = ["DANGER", "Level", "Risk", "RiskPhrase", "assess", "concerns", "topics", "version"]
