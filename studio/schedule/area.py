"""What the schedule declares."""

from datetime import timedelta

from studio.extension.area import Area, DemoPlan, Timer
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.schedule import healing
from studio.schedule.alerting import ALERTS
from studio.schedule.holding import HOLDS
from studio.schedule.inspected import INSPECTED
from studio.schedule.offers import OFFERS
from studio.schedule.policies import policy_terms
from studio.schedule.portfolio import declared as portfolio
from studio.schedule.queries.bookings import booking_names
from studio.schedule.queries.people import artist_names, station_names
from studio.schedule.realigning import realign_schedule
from studio.schedule.rules.healing import ASKED as HEALING_ASKED
from studio.schedule.rules.healing import KEYS as HEALING_DAYS
from studio.schedule.sentences import SENTENCES
from studio.schedule.watching import watch_schedule
from studio.upkeep.rules import whole_number

OFFICE, DESK = "owner manager", "owner manager reception"
EVERYBODY = "owner manager reception artist viewer"
AT_THE_CHAIR = "artist guest_artist"
ASKED = (
    N_("Day on which to ask how it heals"),
    N_("Day on which to ask a second time"),
    N_("Day on which to ask a third time"),
)


def made_up_calendar(house: House, plan: DemoPlan) -> None:
    """Artists, stations and months of bookings; only read when somebody asks for a demo."""
    from studio.schedule.demo import fill

    fill(house, plan)


AREA = Area(
    name="schedule",
    holds=HOLDS,
    offers=OFFERS,
    inspected=INSPECTED,
    permissions=(
        Permission.of("schedule.booking.see", N_("See the calendar"), EVERYBODY + " console", own="guest_artist"),
        Permission.of("schedule.booking.edit", N_("Book, move and cancel"), DESK + " console", own=AT_THE_CHAIR),
        Permission.of("schedule.booking.override", N_("Book where something is in the way, with a reason"), OFFICE),
        Permission.of(
            "schedule.session.run",
            N_("Check in, begin, pause and finish sessions"),
            DESK + " console",
            own=AT_THE_CHAIR,
        ),
        Permission.of("schedule.gate.override", N_("Begin a session although something is missing"), "owner"),
        Permission.of(
            "schedule.artist.see", N_("See artists and stations"), f"{EVERYBODY} guest_artist inspector console"
        ),
        Permission.of("schedule.artist.edit", N_("Take artists in and change them"), OFFICE + " console"),
        Permission.of(
            "schedule.signature.keep",
            N_("Take signatures of artists off the file; own: draw one's own"),
            OFFICE,
            own=AT_THE_CHAIR,
        ),
        Permission.of("schedule.artist.archive", N_("Archive and restore artists"), OFFICE),
        Permission.of("schedule.absence.edit", N_("Enter when artists are away"), DESK + " console"),
        Permission.of(
            "schedule.certificate.see",
            N_("See certificates of artists"),
            OFFICE + " inspector console",
            own=AT_THE_CHAIR,
        ),
        Permission.of("schedule.certificate.edit", N_("Enter certificates of artists"), OFFICE + " console"),
        *portfolio.PERMISSIONS,
        Permission.of("schedule.history.export", N_("Take an artist's sessions out as a file"), OFFICE, own="artist"),
        Permission.of("schedule.station.edit", N_("Set stations up and change them"), OFFICE + " console"),
        Permission.of("schedule.closure.edit", N_("Enter when the studio is closed"), OFFICE + " console"),
        Permission.of("schedule.policy.edit", N_("Set deposits and the rules for moving and cancelling"), "owner"),
        Permission.of("schedule.waitlist.see", N_("See the waitlist"), f"{DESK} {AT_THE_CHAIR} viewer console"),
        Permission.of("schedule.waitlist.edit", N_("Keep the waitlist"), f"{DESK} artist console"),
        Permission.of("schedule.feed.make", N_("Make private addresses for calendar apps"), OFFICE, own=AT_THE_CHAIR),
        Permission.of("schedule.feed.read", N_("Read a calendar by its private address"), "guest"),
        Permission.of(
            "schedule.healing.done",
            N_("Ask clients how it heals, and read what they said"),
            DESK + " console",
            own=AT_THE_CHAIR,
        ),
        Permission.of("schedule.watch", N_("Look after sessions, bookings and certificates"), "timer"),
        Permission.of("schedule.demo.fill", N_("Make a calendar up"), "console"),
    ),
    settings=(
        whole_number(
            "schedule.buffer_before",
            0,
            N_("Minutes of set-up before a booking"),
            0,
            240,
            note=N_("Nobody else can be booked in them. A service may ask for its own."),
        ),
        whole_number(
            "schedule.buffer_after",
            0,
            N_("Minutes of cleaning after a booking"),
            0,
            240,
            note=N_("Kept free for the artist and the station. A service may ask for its own."),
        ),
        whole_number(
            "schedule.confirm_hours",
            48,
            N_("Hours before a booking by which it should be confirmed"),
            1,
            720,
            note=N_("Then an alert names the bookings nobody has confirmed."),
        ),
        whole_number(
            "schedule.certificate_days",
            30,
            N_("Days before a certificate ends to be told"),
            1,
            365,
            note=N_("Long enough to renew a licence or book a course."),
        ),
        Setting(
            HEALING_ASKED,
            bool,
            True,
            N_("Remind somebody to ask clients how it heals"),
            help=N_("An alert some days after a session, until somebody noted what the client said."),
        ),
        *(
            whole_number(key, day, sentence, 1, 365, note=N_("Days after the session."))
            for key, day, sentence in zip(HEALING_DAYS, (3, 14, 42), ASKED, strict=True)
        ),
    ),
    timers=(
        Timer("schedule.watch", timedelta(minutes=15), watch_schedule),
        Timer("schedule.realign", timedelta(hours=24), realign_schedule),
        *portfolio.TIMERS,
    ),
    alerts=ALERTS,
    terms=policy_terms,
    sentences={**SENTENCES, **portfolio.SENTENCES},
    on_withdrawal=portfolio.ON_WITHDRAWAL,
    within=(*healing.WITHIN, *portfolio.WITHIN),
    looks={"schedule.history.export": N_("Sessions of an artist, as a file")},
    kinds={"artist": N_("artist"), "station": N_("station"), "booking": N_("booking")},
    names={"artist": artist_names, "station": station_names, "booking": booking_names},
    demo=made_up_calendar,
)
