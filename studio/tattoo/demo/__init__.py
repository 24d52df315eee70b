"""Made-up pieces in every state, with drawn designs."""

from studio.tattoo.demo.fill import fill

__all__ = ["fill"]
