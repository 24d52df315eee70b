"""What a feature may declare. Core rooms come in by this door, and plugins will by the same."""
