"""Reads of the photos room."""

from studio.photos.queries.beside import Beside, beside
from studio.photos.queries.gallery import Gallery, PhotoView, gallery, picture_bytes, whose
from studio.photos.queries.portfolio import Portfolio, PortfolioChoices, portfolio, portfolio_choices, shown_bytes
from studio.photos.queries.withdrawn import HiddenPhoto, hidden_bytes, hidden_photos, undecided

__all__ = [
    "Beside",
    "Gallery",
    "HiddenPhoto",
    "PhotoView",
    "Portfolio",
    "PortfolioChoices",
    "beside",
    "gallery",
    "hidden_bytes",
    "hidden_photos",
    "picture_bytes",
    "portfolio",
    "portfolio_choices",
    "shown_bytes",
    "undecided",
    "whose",
]
