"""What rooms of a trade, and plugins later, may use of this one: pictures of a client and of the portfolio."""

OFFERS = frozenset(
    {
        "actions.add_photo",
        "facts.PhotoFact",
        "pictures.Drawn",
        "pictures.read_photo",
        "queries.gallery",
        "queries.portfolio",
    }
)
