"""Search as one types: the box in the top bar, and fields that pick one thing."""
