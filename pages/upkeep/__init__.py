"""Screens and API of upkeep."""
