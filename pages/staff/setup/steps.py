"""The steps of the first start, in order: what each asks, what it means, and what the list at the side says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pages.staff.places import place_of
from pages.staff.setup import reading
from pages.staff.setup.draft import Draft
from studio.kernel.text import N_, nt, t
from studio.upkeep.premises import DAYS


@dataclass(frozen=True)
class Step:
    """One step: `read` gives what becomes of the answers; `later` says whether it may be left out."""

    key: str
    title: str
    heading: str
    lead: str
    fields: tuple[str, ...]
    read: Callable[[Draft], reading.Parts]
    says: Callable[[Draft], str]
    later: bool = True


def _place_said(draft: Draft) -> str:
    place = place_of(draft.of("place").one("country"))
    return place.name if place else ""


def _days_said(draft: Draft) -> str:
    days = sum(bool(draft.of("hours").one(day).strip()) for day in DAYS)
    return nt("{n} day a week", "{n} days a week", days) if days else t("Closed every day")


def _ways_said(draft: Draft) -> str:
    typed = draft.of("payment")
    ways = len(typed.all.get("way", ())) + len(
        typed.one("more_ways").split("\n") if typed.one("more_ways").strip() else ()
    )
    return nt("{n} way to pay", "{n} ways to pay", ways)


def _network_said(draft: Draft) -> str:
    return t("In the studio's Wi-Fi") if draft.of("network").one("lan") == "yes" else t("This computer alone")


def _people_said(draft: Draft) -> str:
    people = sum(bool(name.strip() or email.strip()) for name, email, _ in reading.people_typed(draft))
    return nt("{n} person", "{n} people", people) if people else t("Nobody yet")


def _clients_said(draft: Draft) -> str:
    return t("From a file, right after this") if draft.of("clients").one("import") == "yes" else t("Later, or none")


def _nothing(_: Draft) -> reading.Parts:
    return {}


STEPS = (
    Step(
        "studio",
        N_("Studio"),
        N_("What is your studio called?"),
        N_("Clients see this name on their phone, on forms and receipts."),
        ("studio_name", "address", "contact"),
        reading.read_studio,
        lambda draft: draft.of("studio").one("studio_name"),
        later=False,
    ),
    Step(
        "place",
        N_("Place"),
        N_("Where is the studio?"),
        N_("This sets money, dates, time, tax and ages. Everything can be changed later in the settings."),
        ("country", "currency", "locale", "zone", "taxes", "rules"),
        reading.read_place,
        _place_said,
        later=False,
    ),
    Step(
        "hours",
        N_("Opening hours"),
        N_("When is the studio open?"),
        N_("For each day as often as the studio opens on it, like 10–13, 14–18. A day without hours is closed."),
        DAYS,
        reading.read_open,
        _days_said,
    ),
    Step(
        "payment",
        N_("Payment"),
        N_("How do people pay?"),
        N_("These are offered when something is paid, in this order."),
        ("way", "more_ways"),
        reading.read_payment,
        _ways_said,
    ),
    Step(
        "network",
        N_("Phones and tablets"),
        N_("May phones reach this computer?"),
        N_("Clients can fill in their form on their own phone, over the studio's Wi-Fi. No internet is needed."),
        ("lan", "net", "tls"),
        reading.read_network,
        _network_said,
    ),
    Step(
        "owner",
        N_("Owner"),
        N_("Who owns it?"),
        N_("The owner may do everything and gives the others their accounts. Everything stays on this computer."),
        ("name", "email"),
        reading.read_owner,
        lambda draft: draft.of("owner").one("name"),
        later=False,
    ),
    Step(
        "people",
        N_("People"),
        N_("Who else works here?"),
        N_("Each gets a code at the end, to choose a password of their own. What a role may do can be changed later."),
        ("person_name", "person_email", "person_role"),
        reading.read_people,
        _people_said,
    ),
    Step(
        "clients",
        N_("Your clients"),
        N_("Do you bring clients along?"),
        N_("From another program or a spreadsheet. Every line is looked over before anything is put on file."),
        ("import",),
        _nothing,
        _clients_said,
    ),
    Step(
        "data",
        N_("First data"),
        N_("Start empty, or look around first?"),
        N_("Made-up clients help to try things out."),
        ("demo", "services"),
        _nothing,
        lambda draft: "",
        later=False,
    ),
)
KEYS = tuple(step.key for step in STEPS)


def step_of(key: str) -> Step | None:
    """The step of this name, if there is one."""
    return next((step for step in STEPS if step.key == key), None)
