"""The catalogue: what the studio offers, for how long, for how much, by whom, and on which conditions."""
