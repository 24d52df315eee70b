"""A list and what is opened from it, side by side where the screen is wide enough for both."""

from components.beside.beside import WIDE, Beside, asked_for

__all__ = ["WIDE", "Beside", "asked_for"]
