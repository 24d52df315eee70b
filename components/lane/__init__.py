"""A lane of cards, as on Today: one element fed with a list, redrawn by difference."""

from components.lane.lane import Card, Lane

__all__ = ["Card", "Lane"]
