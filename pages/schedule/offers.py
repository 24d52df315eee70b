"""What screens of a trade, and plugins later, may use of these: the parts of a booking's form, and its words."""

OFFERS = frozenset(
    {
        "api.as_it_stands",
        "api_bodies.Amount",
        "api_bodies.BookedService",
        "api_bodies.Time",
        "api_bodies.Told",
        "booking_dates.DatesDialog",
        "booking_dates.dates_of",
        "booking_fields.Fields",
        "booking_fields.Said",
        "booking_fields.details",
        "booking_fields.offered",
        "booking_form.Placed",
        "booking_form.edit_scope",
        "booking_form.my_artist",
        "showing.STEPS",
        "trying.book",
    }
)
