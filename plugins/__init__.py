"""Whole slices of a trade, brought in by the same door as the core rooms."""
