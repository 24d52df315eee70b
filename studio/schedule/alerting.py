"""What the schedule tells people by itself."""

from studio.extension.area import AlertKind
from studio.kernel.text import N_

PENDING, UNCONFIRMED, EXPIRING = "schedule.session.pending", "schedule.booking.unconfirmed", "schedule.certificate.ends"

ALERTS = (
    AlertKind(
        PENDING,
        N_("{n} session is past its time and not closed. Finish it, or note that nobody came."),
        many=N_("{n} sessions are past their time and not closed. Finish them, or note that nobody came."),
        urgency="warn",
        roles="owner manager reception artist",
        title=N_("Sessions that nobody closed"),
        to="/calendar",
        needs="schedule.booking.see",
    ),
    AlertKind(
        UNCONFIRMED,
        N_("{n} booking of the next days is not confirmed yet. Call or write before the deposit rule applies."),
        many=N_("{n} bookings of the next days are not confirmed yet. Call or write before the deposit rule applies."),
        roles="owner manager reception",
        title=N_("Bookings not confirmed yet"),
        to="/calendar",
        needs="schedule.booking.see",
    ),
    AlertKind(
        EXPIRING,
        N_("A certificate of {what} ends in {n} day. Enter the new one."),
        many=N_("A certificate of {what} ends in {n} days. Enter the new one."),
        urgency="warn",
        roles="owner manager",
        title=N_("Certificates that end soon"),
        to="/artists",
        needs="schedule.certificate.see",
    ),
)
