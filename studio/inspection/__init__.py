"""The inspection room: who comes to look, what they are shown, and the bundle they take along."""
