"""A client's profile: the head, health first, and a tab for each side of the file."""

from pages.clients.profile.profile import draw

__all__ = ["draw"]
