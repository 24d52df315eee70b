"""Makers of what tests need: people with a role, signed in."""
