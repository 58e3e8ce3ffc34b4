"""Rules that point a moderator to what she should read first. They miss things: a person reads all.

No Django in here.
"""

from surveys.moderation.risk.assessing import Risk, RiskPhrase, assess, version
from surveys.moderation.risk.lexicon import Level

__all__ = ["Level", "Risk", "RiskPhrase", "assess", "version"]
