"""Which text model the product uses."""

from functools import cache

from surveys.themes.text_model.interface import TextModel
from surveys.themes.text_model.seed_model import SeedModel


@cache
def shipped() -> TextModel:
    """The model that comes with the product, loaded once for each process."""
    return SeedModel()
