"""Upkeep: the studio's settings, its network, the health of the system."""
