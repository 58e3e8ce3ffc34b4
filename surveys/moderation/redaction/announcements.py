"""Turns of phrase that a name follows, and the job title right before one."""

import re
from functools import cache

from surveys.moderation.redaction import word_lists

_WHO = (
    "lady|woman|man|girl|boy|guy|someone|somebody|midwife|nurse|doctor|consultant|student|worker|visitor|assistant"
    "|sonographer|hca|baby|son|daughter|husband|partner|staff|member|registrar|matron|sister"
)
THANKS = re.compile(
    r"\b(?:thanks?(?:\s+you)?(?:\s+(?:so|very)\s+much)?(?:\s+again)?|shout\s?out|special mention|well done"
    r"|credit|grateful|mention|praise|kudos|compliments?|particularly|especially|namely)"
    r"\s+(?:goes\s+|go\s+)?(?:to\s+|for\s+)?",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:named|name['’]?s|names? (?:is|was|are|were)|by the name of|known as|goes by)\s+", re.IGNORECASE
)
PERSON_CALLED = re.compile(
    rf"\b(?:{_WHO})\s+(?:(?:was|is|were|who is)\s+)?called\s+(?:(?:dr|mr|mrs)\.?\s+)?", re.IGNORECASE
)
_DETERMINERS = "the|my|our|your|her|his|this|that|another|one|a|an"


@cache
def job_title_before() -> re.Pattern[str]:
    """Matches a job title that ends a text, with the determiner before it if there is one."""
    titles = sorted(word_lists.job_titles(), key=len, reverse=True)
    return re.compile(
        rf"\b(?:(?P<determiner>{_DETERMINERS})\s+)?(?P<title>{'|'.join(titles)})\.?\s+$", re.IGNORECASE
    )
