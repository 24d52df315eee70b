"""Lanes of cards, as on Today: each one element fed with a list, redrawn by difference."""

from components.lane.board import Act, Amount, Board, BoardCard, BoardLane, Progress
from components.lane.lane import Card, Lane
from components.lane.strip import Bar, Person, Strip

__all__ = [
    "Act",
    "Amount",
    "Bar",
    "Board",
    "BoardCard",
    "BoardLane",
    "Card",
    "Lane",
    "Person",
    "Progress",
    "Strip",
]
