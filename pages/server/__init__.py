"""How Linework is served: doors, listeners, limits and the window."""
