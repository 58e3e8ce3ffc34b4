"""Turns of phrase that a name follows, and the job title right before one."""

import re
from functools import cache

from surveys.moderation.redaction import word_lists

_WHO = (
    "lady|woman|man|girl|boy|guy|someone|somebody|midwife|nurse|doctor|consultant|student|worker"
    "|visitor|assistant"
    "|sonographer|hca|baby|son|daughter|husband|partner|staff|member|registrar|matron|sister|porter"
    "|cleaner|person|one|lad"
)
THANKS = re.compile(
    r"\b(?:thanks?(?:\s+(?:you|u))?(?:\s+(?:so|very)\s+much)?(?:\s+again)?|thanku|thankyou|thx"
    r"|shout\s?outs?|special mention|well done"
    r"|credit|grateful|mention|praise|kudos|compliments?|particularly|especially|namely|love|regards)"
    r"\s+(?:goes\s+|go\s+|out\s+)?(?:to\s+|for\s+)?(?:my\s+|our\s+|the\s+)?(?:lovely\s+|amazing\s+"
    r"|wonderful\s+|big\s+)?",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:named|(?:s?he|they)(?:['’]?s| is| was| are| were) called"
    r"|called (?:him|her|them|it|the baby|our \w+|my \w+)"
    r"|name['’]?s (?!not\b)(?:on \w+ \w+ as )?|names? (?:is|was|are|were|on [\w ]{1,20} as)"
    r"|\w+name (?:is|was)|names?:|surname:?|name of|by the name of|known as|goes by|go by)\s+[\"“'‘]?",
    re.IGNORECASE,
)
PERSON_CALLED = re.compile(
    rf"\b(?:{_WHO})s?\s+(?:(?:was|is|were|who is|who was|we|i|he|she|they)\s+)?(?:i had\s+"
    rf"|[\w ]{{1,24}} was\s+)?called\s+(?:(?:dr|mr|mrs)\.?\s+)?",
    re.IGNORECASE,
)
_DETERMINERS = "the|my|our|your|her|his|this|that|another|one|a|an"


@cache
def job_title_before() -> re.Pattern[str]:
    """Matches a job title that ends a text, with the determiner before it if there is one."""
    titles = sorted(word_lists.job_titles(), key=len, reverse=True)
    return re.compile(
        rf"\b(?:(?P<determiner>{_DETERMINERS})\s+)?(?P<title>{'|'.join(titles)})\.?\s+$", re.IGNORECASE
    )
