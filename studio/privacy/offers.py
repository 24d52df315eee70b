"""What rooms of a trade, and plugins later, may use of this one: what was kept long enough, and who is under a hold."""

OFFERS = frozenset({"due.Due"})
