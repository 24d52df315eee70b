"""The consent room: what clients read and sign before a tattoo, and the packets that keep it as it was."""
