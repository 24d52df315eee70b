"""What the clients room declares about its front door: the poster, forms on tablets, what is accepted by itself."""

from __future__ import annotations

from studio.clients import refusals
from studio.extension.area import AlertKind
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.upkeep.rules import whole_number

TEAM = "owner manager reception artist guest_artist"
POSTER = "clients.poster.manage"
BY_ITSELF = "clients.registration.by_itself"
FULL = "clients.registration.full"
LINE = 120


def one_line(value: str) -> str:
    """What is printed on the poster besides, on one line."""
    cleaned = " ".join("".join(letter for letter in value if letter.isprintable()).split())
    if len(cleaned) > LINE:
        raise refusals.TextIsTooLong("clients.poster.line", limit=LINE)
    return cleaned


PERMISSIONS = (
    Permission.of("clients.registration.join", N_("Take a form from the poster at the door"), "guest"),
    Permission.of("clients.registration.take", N_("Show a form that was sent to a tablet"), "kiosk"),
    Permission.of("clients.registration.leave", N_("Stop filling in a form on a tablet"), "guest"),
    Permission.of("clients.registration.accept_by_itself", N_("Accept forms that lack nothing by itself"), "rule"),
    Permission.of(
        POSTER, N_("Switch the poster at the door on and off, print it and renew its address"), "owner manager"
    ),
)

SETTINGS = (
    Setting("clients.poster.open", bool, False, N_("Guests may scan the poster at the door"), who=POSTER),
    Setting(
        "clients.poster.line",
        str,
        "",
        N_("A line on the poster, such as the name of the Wi-Fi"),
        who=POSTER,
        check=one_line,
    ),
    whole_number("clients.poster.per_minute", 30, N_("Forms a minute the poster hands out, to all phones"), 1, 600),
    whole_number("clients.poster.per_address", 4, N_("Forms a minute the poster hands out to one phone"), 1, 60),
    whole_number("clients.inbox.per_minute", 120, N_("Forms a minute the inbox takes in"), 5, 6000),
    Setting(
        BY_ITSELF,
        bool,
        False,
        N_("Accept forms by themselves when they match nobody, lack nothing and raise no health flag"),
    ),
)

ALERTS = (
    AlertKind(
        FULL,
        N_("The inbox is full: {n} forms wait, and phones are asked to come back later."),
        urgency="urgent",
        roles="owner manager reception",
        channels="app desktop",
        title=N_("The inbox is full"),
        lasts=True,
        to="/inbox",
        needs="clients.registration.see",
    ),
)

SENTENCES = {
    "clients.registration.join": N_("A guest took a form from the poster at the door"),
    "clients.registration.send": N_("{who} sent a registration form to a tablet"),
    "clients.registration.take": N_("{who} showed a form that was sent there"),
    "clients.registration.leave": N_("A form on a tablet was left"),
    "clients.registration.withdraw": N_("{who} took a form back from a tablet"),
    "clients.registration.accept_by_itself": N_("The registration of {what} was accepted by itself"),
    "clients.registration.decline_many": N_("{who} declined several registrations"),
    "clients.registration.reopen_many": N_("{who} took several registrations up again"),
    "clients.poster.renew": N_("{who} gave the poster at the door a new address"),
}
