"""What every screen shares: frame, theme, marks, feedback, the one runner and live redraw."""
