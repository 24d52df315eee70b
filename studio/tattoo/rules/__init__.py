"""Pure decisions about pieces."""
