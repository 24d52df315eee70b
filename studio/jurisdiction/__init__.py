"""The jurisdiction room: what a country asks of a studio, as data with its sources. Never legal advice."""
