"""Puts the text models together at set-up, in one to three minutes: python -m tools.text_model."""

import sys

from surveys.themes.text_model import kept, shipped
from surveys.themes.text_model.meanings import Meanings


def main() -> None:
    """Build what `shipped` keeps in build/text_model: all models, since any may be needed."""
    shipped.words_model()
    shipped.corpus_meanings()
    Meanings.shipped()
    if shipped.reader() is None:
        sys.stdout.write("There is no reading network for this kind of machine: words alone are read.\n")
    kept.forget_older()


if __name__ == "__main__":
    main()
