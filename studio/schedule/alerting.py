"""What the schedule tells people by itself."""

from studio.extension.area import AlertKind
from studio.kernel.text import N_

PENDING, UNCONFIRMED = "schedule.session.pending", "schedule.booking.unconfirmed"
EXPIRING, EXPIRED, HEALING = "schedule.certificate.ends", "schedule.certificate.ended", "schedule.healing.ask"
HEALING_MORE = "schedule.healing.more"
REALIGNED = "schedule.clock.changed"

ALERTS = (
    AlertKind(
        REALIGNED,
        N_("{n} booking was put back to its time on the wall: the rules of the clock have changed."),
        many=N_("{n} bookings were put back to their time on the wall: the rules of the clock have changed."),
        urgency="warn",
        title=N_("The rules of the clock have changed"),
        to="/calendar",
        needs="schedule.booking.see",
        listed=False,
    ),
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
    AlertKind(
        EXPIRED,
        N_("A certificate of {what} has ended. Enter the new one, or end it on their page."),
        urgency="warn",
        roles="owner manager",
        title=N_("Certificates that have ended"),
        to="/artists",
        needs="schedule.certificate.see",
    ),
    AlertKind(
        HEALING,
        N_("{what}: {n} day since the session. Ask how it heals."),
        many=N_("{what}: {n} days since the session. Ask how it heals."),
        roles="owner manager reception artist",
        title=N_("Clients to ask how it heals"),
        to="/bookings/{code}",
        needs="schedule.healing.done",
    ),
    AlertKind(
        HEALING_MORE,
        N_("{n} more client is to be asked how it heals, and follows as the others are answered."),
        many=N_("{n} more clients are to be asked how it heals, and follow as the others are answered."),
        roles="owner manager reception artist",
        title=N_("More clients to ask how it heals"),
        to="/calendar",
        needs="schedule.healing.done",
        listed=False,
    ),
)
