"""What rooms of a trade, and plugins later, may use of this one: who works, what is booked, and when there is room."""

OFFERS = frozenset(
    {
        "actions.book_series",
        "actions.cancel_booking",
        "actions.cancel_series",
        "actions.create_booking",
        "actions.edit_booking",
        "facts.ArtistFact",
        "facts.BookingChanged",
        "facts.BookingFact",
        "facts.BookingMade",
        "facts.BookingStepped",
        "models.Artist",
        "models.Booking",
        "models.BookingTimer",
        "queries.artist",
        "queries.artists",
        "queries.booking",
        "queries.bookings_of",
        "queries.list_bookings",
        "queries.next_free",
        "queries.stations",
        "refusals.InTheWay",
        "rules.cleaning",
        "rules.localtime.day_of",
        "rules.steps.STATUSES",
        "views.Artist",
        "views.Booking",
        "views.BookingCard",
        "words.KINDS",
    }
)
