"""What rooms of a trade, and plugins later, may use of this one: who works, what is booked, and when there is room."""

OFFERS = frozenset(
    {
        "actions.create_booking",
        "actions.edit_booking",
        "facts.ArtistFact",
        "facts.BookingFact",
        "facts.BookingStepped",
        "queries.artist",
        "queries.artists",
        "queries.booking",
        "queries.bookings_of",
        "queries.list_bookings",
        "queries.next_free",
        "queries.stations",
        "views.Artist",
        "views.Booking",
        "views.BookingCard",
        "words.KINDS",
    }
)
