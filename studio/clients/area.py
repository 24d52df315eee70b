"""What the clients room declares."""

from datetime import timedelta

from studio.clients import door
from studio.clients.carrying import CARRIES
from studio.clients.facts import (
    ConsentChanged,
    RegistrationArrived,
    RegistrationDecided,
    RegistrationReopened,
    RegistrationsDecided,
)
from studio.clients.holding import HOLDS
from studio.clients.importing import declared as importing
from studio.clients.offers import OFFERS
from studio.clients.queries.names import client_names, registration_names
from studio.clients.waiting import look_after, watch_waiting
from studio.clients.withdrawing import tell_withdrawn
from studio.extension.area import AlertKind, Area, DemoPlan, Timer
from studio.kernel.actor import rule
from studio.kernel.house import House, house
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.kernel.work import perform
from studio.upkeep.rules import whole_number

DESK = "owner manager reception"
CHAIR = "owner manager artist guest_artist"
TEAM = "owner manager reception artist"


def accept_what_is_plain(fact: RegistrationArrived) -> None:
    """The rule that accepts forms by itself; what it needs is read once it is switched on."""
    if house().settings[door.BY_ITSELF]:
        from studio.clients.by_itself import accept_by_itself

        perform(rule("registration"), accept_by_itself, fact.registration_id)


def made_up_clients(house: House, plan: DemoPlan) -> None:
    """Fill an empty studio; the names are only read when somebody asks for a demo."""
    from studio.clients.demo import fill

    fill(house, plan)


AREA = Area(
    name="clients",
    holds=HOLDS,
    looks={
        "clients.health.view": N_("Health answers"),
        "clients.registration.view": N_("Health answers in a form"),
        "clients.identity.reveal": N_("Number of the identity document"),
        "clients.client.export": N_("List of clients, as a file"),
    },
    carries=CARRIES,
    offers=OFFERS,
    permissions=(
        Permission.of("clients.client.see", N_("See clients"), TEAM + " guest_artist viewer console"),
        Permission.of(
            "clients.contact.see",
            N_("See clients' phone, e-mail and address; own: of clients one looks after"),
            TEAM + " console rule",
            own="guest_artist",
        ),
        Permission.of("clients.client.edit", N_("Put clients on file and change them"), TEAM + " console"),
        Permission.of("clients.client.archive", N_("Archive and restore clients"), DESK),
        Permission.of("clients.artist.set", N_("Say which artist looks after a client"), DESK),
        Permission.of("clients.client.export", N_("Take the list of clients out as a file"), "owner manager"),
        Permission.of("clients.identity.see", N_("Read whole numbers of identity documents"), "owner manager"),
        Permission.of("clients.client.merge", N_("Merge clients who are on file twice, and undo it"), DESK),
        Permission.of("clients.tag.manage", N_("Rename, join, colour and remove tags"), DESK),
        Permission.of(
            "clients.view.keep",
            N_("Keep filters of the list under a name, for oneself or for everybody"),
            "owner manager",
            own="reception artist guest_artist viewer",
        ),
        Permission.of("clients.health.see", N_("Read health answers; others see the light only"), CHAIR),
        Permission.of(
            "clients.viewer.see", N_("See who read health answers and documents of a client"), "owner manager"
        ),
        Permission.of("clients.health.record", N_("Write down health answers"), TEAM + " guest_artist"),
        Permission.of("clients.consent.record", N_("Write down and withdraw consents"), TEAM + " guest_artist"),
        Permission.of("clients.registration.invite", N_("Show the QR code for a registration"), TEAM + " guest_artist"),
        Permission.of("clients.registration.see", N_("Read the inbox"), TEAM),
        Permission.of("clients.registration.decide", N_("Accept, merge and decline registrations"), DESK),
        Permission.of("clients.registration.submit", N_("Send a registration"), "guest"),
        Permission.of("clients.registration.watch", N_("Notice forms that wait too long"), "timer"),
        *door.PERMISSIONS,
        *importing.PERMISSIONS,
        Permission.of("clients.demo.fill", N_("Fill an empty studio with made-up clients"), "console"),
    ),
    settings=(
        whole_number("clients.adult_age", 18, N_("Age from which no guardian is needed"), 14, 25),
        whole_number("clients.registration.minutes", 15, N_("Minutes a registration code can be opened"), 1, 240),
        whole_number("clients.inbox.minutes", 15, N_("Minutes a form may wait before the desk is told"), 1, 1440),
        whole_number("clients.inbox.limit", 500, N_("Registrations that may wait at once"), 1, 100_000),
        *door.SETTINGS,
    ),
    timers=(Timer("clients.registration.watch", timedelta(minutes=1), watch_waiting),),
    alerts=(
        AlertKind(
            "clients.registration.waiting",
            N_("{n} form has waited in the inbox for more than {minutes} minutes."),
            roles="owner manager reception",
            channels="app desktop",
            many=N_("{n} forms have waited in the inbox for more than {minutes} minutes."),
            title=N_("A form waits in the inbox"),
            to="/inbox",
            needs="clients.registration.see",
        ),
        *door.ALERTS,
    ),
    within=(
        (RegistrationDecided, look_after),
        (RegistrationReopened, look_after),
        (RegistrationsDecided, look_after),
        (ConsentChanged, tell_withdrawn),
    ),
    after=((RegistrationArrived, accept_what_is_plain),),
    sentences={
        "clients.client.create": N_("{who} put {what} on file"),
        "clients.client.edit": N_("{who} changed {what}"),
        "clients.artist.set": N_("{who} changed who looks after {what}"),
        "clients.client.archive": N_("{who} archived {what}"),
        "clients.client.restore": N_("{who} restored {what}"),
        "clients.identity.reveal": N_("{who} read the number of the identity document of {what}"),
        "clients.client.merge": N_("{who} merged another file into that of {what}"),
        "clients.client.unmerge": N_("{who} took a merge into {what} back"),
        "clients.pair.part": N_("{who} found two clients who look alike to be two people"),
        "clients.pair.doubt": N_("{who} let two clients be compared again"),
        "clients.many.tag": N_("{who} put a tag on several clients"),
        "clients.many.untag": N_("{who} took a tag off several clients"),
        "clients.many.archive": N_("{who} archived several clients"),
        "clients.many.restore": N_("{who} restored several clients"),
        "clients.tag.rename": N_("{who} renamed a tag"),
        "clients.tag.split": N_("{who} took the renaming of a tag back"),
        "clients.tag.remove": N_("{who} removed a tag from all clients"),
        "clients.tag.colour": N_("{who} gave a tag a colour"),
        "clients.view.keep": N_("{who} kept a view of the list of clients"),
        "clients.view.drop": N_("{who} removed a view of the list of clients"),
        "clients.client.export": N_("{who} took the list of clients out as a file"),
        "clients.client.export_blocked": N_("{who} tried to take out clients whose contact is hidden from them"),
        "clients.client.set_photo": N_("{who} set the photo of {what}"),
        "clients.client.remove_photo": N_("{who} removed the photo of {what}"),
        "clients.health.record": N_("{who} wrote down health answers of {what}"),
        "clients.registration.view": N_("{who} read the health answers in the form of {what}"),
        "clients.health.view": N_("{who} read the health answers of {what}"),
        "clients.consent.record": N_("{who} changed a consent of {what}"),
        "clients.registration.invite": N_("{who} showed a registration code"),
        **door.SENTENCES,
        "clients.registration.submit": N_("A guest sent {what}"),
        "clients.registration.accept": N_("{who} accepted the registration of {what}"),
        "clients.registration.merge": N_("{who} merged a registration into {what}"),
        "clients.registration.decline": N_("{who} declined {what}"),
        "clients.registration.reopen": N_("{who} took {what} up again"),
        "clients.registration.watch": N_("Forms that wait too long were counted"),
        **importing.SENTENCES,
        "clients.demo.fill": N_("Made-up clients were put on file"),
        "clients.demo.inbox": N_("Made-up registrations were put into the inbox"),
    },
    demo=made_up_clients,
    names={"client": client_names, "registration": registration_names},
    kinds={"client": N_("client"), "registration": N_("registration")},
)
