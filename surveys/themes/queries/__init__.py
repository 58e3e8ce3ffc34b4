"""What women's comments are about: a person's decisions where there are any, else the machine's suggestions."""

from surveys.themes.queries.codes import codeframe, may_be_themed, suggestions_of, Theme, themes_of
from surveys.themes.queries.feedback import Heard, HeardText, Wanted, feedback, told
from surveys.themes.queries.overview import ThemeCount, overview
from surveys.themes.queries.quotes import Quote, quotes

__all__ = [
    "Heard",
    "HeardText",
    "Quote",
    "Theme",
    "ThemeCount",
    "Wanted",
    "codeframe",
    "feedback",
    "may_be_themed",
    "overview",
    "quotes",
    "suggestions_of",
    "themes_of",
    "told",
]
