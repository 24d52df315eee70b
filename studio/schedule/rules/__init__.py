"""The schedule's pure decisions."""
