"""The themes list as data: what each code means, with examples and the commitments that it belongs to."""

from surveys.themes.codeframe.editing import Words, own_copy
from surveys.themes.codeframe.loading import Code, Codeframe, CodeframeError, PastCode, load, maternity
from surveys.themes.codeframe.nhs import Category, categories
from surveys.themes.codeframe.storing import read, stored

__all__ = [
    "Category",
    "Code",
    "Codeframe",
    "CodeframeError",
    "PastCode",
    "Words",
    "categories",
    "load",
    "maternity",
    "own_copy",
    "read",
    "stored",
]
