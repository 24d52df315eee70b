"""What can have happened to a portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from studio.schedule.facts import ArtistFact


@dataclass(frozen=True)
class PortfolioChanged(ArtistFact):
    """So many pictures of it are new, gone, described or elsewhere."""

    count: int
