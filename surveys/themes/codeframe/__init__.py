"""The themes list as data: what each code means, with examples and the commitments that it belongs to."""

from surveys.themes.codeframe.loading import Code, Codeframe, CodeframeError, load, maternity

__all__ = ["Code", "Codeframe", "CodeframeError", "load", "maternity"]
