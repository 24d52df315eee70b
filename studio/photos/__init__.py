"""The photos room: reference, finished and healing pictures of clients, and which of them may be shown in public."""
