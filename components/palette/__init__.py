"""One box for everything: whom one looks for, where one wants to go, what one wants to do."""

from components.palette.palette import Entry, Palette

__all__ = ["Entry", "Palette"]
