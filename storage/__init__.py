"""Floor 0: bytes and tables, with no business word in it."""
