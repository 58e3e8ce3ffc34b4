"""Which text model the product uses."""

from surveys.themes.text_model import shipped as models
from surveys.themes.text_model.interface import TextModel


def shipped() -> TextModel:
    """The model that comes with the product, loaded once for each process."""
    return models.model()
