"""What women's comments are about: a person's decisions where there are any, else suggestions."""

from surveys.themes.queries.accuracy import FEWEST, Accuracy, accuracy
from surveys.themes.queries.again import to_look_at_again
from surveys.themes.queries.closest import closest
from surveys.themes.queries.codes import (
    Theme,
    decided_for,
    may_be_themed,
    suggestions_of,
    themes_of,
)
from surveys.themes.queries.coding import (
    Agreement,
    CodingItem,
    CodingSample,
    agreement,
    difference,
    differences,
    next_to_code,
    samples,
    usable,
)
from surveys.themes.queries.emerging import Prompt, answered_prompts, open_prompt, prompts
from surveys.themes.queries.feedback import Heard, HeardText, Wanted, feedback, told
from surveys.themes.queries.frames import Codeframe, Frames, codeframe, frame_of, shipped, versions
from surveys.themes.queries.learned import FEWEST as FEWEST_TO_LEARN
from surveys.themes.queries.learned import LearnedLine, learned_lines
from surveys.themes.queries.overview import ThemeCount, overview
from surveys.themes.queries.questions import Asked, asked
from surveys.themes.queries.quotes import Quote, quotes, still_quotable
from surveys.themes.queries.rows import ThemeRow, theme_rows
from surveys.themes.queries.search import LENGTHS, NOT_ENGLISH, Found, FoundPage, Looked, Mark, search
from surveys.themes.search.words import read as terms

__all__ = [
    "FEWEST",
    "FEWEST_TO_LEARN",
    "LENGTHS",
    "NOT_ENGLISH",
    "Accuracy",
    "Agreement",
    "Asked",
    "Codeframe",
    "CodingItem",
    "CodingSample",
    "Found",
    "FoundPage",
    "Frames",
    "Heard",
    "HeardText",
    "LearnedLine",
    "Looked",
    "Mark",
    "Prompt",
    "Quote",
    "Theme",
    "ThemeCount",
    "ThemeRow",
    "Wanted",
    "accuracy",
    "agreement",
    "answered_prompts",
    "asked",
    "closest",
    "codeframe",
    "decided_for",
    "difference",
    "differences",
    "feedback",
    "frame_of",
    "learned_lines",
    "may_be_themed",
    "next_to_code",
    "open_prompt",
    "overview",
    "prompts",
    "quotes",
    "samples",
    "search",
    "shipped",
    "still_quotable",
    "suggestions_of",
    "terms",
    "theme_rows",
    "themes_of",
    "to_look_at_again",
    "told",
    "usable",
    "versions",
]
