"""Inspections on screen."""
