"""What the privacy room declares."""

from datetime import timedelta

from studio.clients.facts import ClientRestored
from studio.extension.area import Area, DemoPlan, Timer
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.privacy.clock import end_what_is_over, expire_copies, let_fade, take_up
from studio.privacy.copies import DAYS
from studio.privacy.erased import refuse_whoever_is_erased
from studio.privacy.facts import PersonErased, RecordsEnded, SweepDue
from studio.privacy.holding import HOLDS
from studio.privacy.offers import OFFERS
from studio.privacy.sweeping import erase_what_came_back, sweep
from studio.upkeep.facts import DatabasePutBack
from studio.upkeep.rules import between

OFFICE = "owner manager"


def made_up_privacy(house: House, plan: DemoPlan) -> None:
    """Who asked what of a made-up studio; only read when somebody asks for a demo."""
    from studio.privacy.demo import fill

    fill(house, plan)


AREA = Area(
    name="privacy",
    offers=OFFERS,
    holds=HOLDS,
    permissions=(
        Permission.of(
            "privacy.request.see",
            N_("See what was asked about people's data, what is held back, and how long records are kept"),
            OFFICE,
        ),
        Permission.of("privacy.hold.place", N_("Hold somebody's records back from going, and let them go"), OFFICE),
        Permission.of("privacy.retention.run", N_("End records whose time is over"), "owner"),
        Permission.of("privacy.keeping.change", N_("Change how long records are kept"), "owner"),
        Permission.of("privacy.person.erase", N_("Erase a person for good"), "owner"),
        Permission.of("privacy.file.make", N_("Take out all there is about a person"), OFFICE),
        Permission.of("privacy.views.see", N_("See who looked at what of whom"), OFFICE),
        Permission.of("privacy.retention.wake", N_("End records in time where the owner wants it"), "timer"),
        Permission.of("privacy.demo.fill", N_("Put made-up holds and requests on file"), "console"),
        Permission.of("privacy.sweep", N_("Remove the last traces of what went"), "rule timer"),
    ),
    settings=(
        Setting(
            "privacy.retention.by_itself",
            bool,
            False,
            N_("Records whose time is over go by themselves"),
            help=N_("Every night. Without it the privacy page shows what is due, and somebody decides."),
            group="clients",
        ),
        Setting(
            DAYS,
            int,
            30,
            N_("Days until older copies of the database go after somebody was erased"),
            help=N_("Copies made before an update, and databases put aside on the recovery screen, still know them."),
            group="clients",
            check=between("privacy.copies.days", 1, 365),
        ),
    ),
    looks={
        "privacy.file.make": N_("Person file"),
    },
    timers=(
        Timer("privacy.retention.clock", timedelta(days=1), end_what_is_over),
        Timer("privacy.fading.clock", timedelta(days=1), let_fade),
        Timer("privacy.copies.expire", timedelta(days=1), expire_copies),
        Timer("privacy.sweep.take_up", timedelta(hours=1), take_up),
    ),
    sentences={
        "privacy.hold.place": N_("{who} held the records of {what} back from going"),
        "privacy.hold.lift": N_("{who} lifted a hold on the records of {what}"),
        "privacy.retention.run": N_("{who} ended records whose time was over"),
        "privacy.retention.clock": N_("Records whose time was over went by themselves"),
        "privacy.person.erase": N_("{who} erased {what}"),
        "privacy.erasure.repeat": N_("Who had been erased was erased again in the database that was put back"),
        "privacy.file.make": N_("{who} took out all there is about {what}"),
        "privacy.file.read": N_("{who} kept the file with all there is about somebody"),
        "privacy.views.take_out": N_("{who} took out who saw what"),
        "privacy.keeping.change": N_("{who} changed how long records are kept"),
        "privacy.fading.clock": N_("Old codes, letters and news that are of no use any more went by themselves"),
        "privacy.copies.remove": N_("{who} removed older copies of the database"),
        "privacy.copies.expire": N_("Older copies of the database that knew erased people were removed"),
        "privacy.demo.find": N_("Clients for made-up requests were looked for"),
        "privacy.demo.hold": N_("The records of {what} were held back"),
        "privacy.demo.erase": N_("A made-up client was erased"),
        "privacy.demo.withdraw": N_("{what} took a consent back"),
        "privacy.demo.decline": N_("A made-up form was put on file"),
        "privacy.sweep.finish": N_("The last traces of what went were removed"),
        "privacy.sweep.take_up": N_("Removing what went was taken up again"),
    },
    demo=made_up_privacy,
    within=((ClientRestored, refuse_whoever_is_erased),),
    after=((PersonErased, sweep), (RecordsEnded, sweep), (SweepDue, sweep), (DatabasePutBack, erase_what_came_back)),
)
