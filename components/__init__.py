"""Reusable parts of the screens. They may read through queries, never act."""
