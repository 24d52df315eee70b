"""Made-up artists with their hours, certificates and days off, and the stations they work at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.text import t
from studio.kernel.work import perform
from studio.schedule.actions import add_absence, add_artist, add_certificate, add_closure, add_station
from studio.schedule.models import Artist, Station
from studio.upkeep.actions import change_setting

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OPENING = {day: [["10:00", "20:00"]] for day in DAYS[:5]} | {day: [["10:00", "18:00"]] for day in DAYS[5:]}
EARLY = {day: [["10:00", "13:00"], ["14:00", "18:00"]] for day in DAYS[:5]}
LATE = {day: [["12:00", "20:00"]] for day in DAYS[1:5]} | {"sat": [["12:00", "18:00"]]}
WEEKEND = {day: [["10:00", "18:00"]] for day in DAYS[2:]}
STAY = {day: [["11:00", "18:00"]] for day in (*DAYS[4:], "mon")}
ARTISTS: tuple[tuple[str, str, str, list[str], list[str], dict[str, Any]], ...] = (
    ("Ines Duarte", "employee", "artist", ["fine line", "lettering"], ["pt", "en"], EARLY),
    ("Kofi Mensah", "split", "", ["blackwork", "geometric"], ["en", "tw"], WEEKEND),
    ("Lena Vogt", "split", "", ["realism", "portrait"], ["de", "en"], WEEKEND),
    ("Yuki Arai", "booth_rent", "", ["japanese", "sleeve"], ["ja", "en"], LATE),
    ("Matteo Bruni", "employee", "", ["traditional", "flash"], ["it", "en"], EARLY),
    ("Saoirse Kelly", "booth_rent", "", ["dotwork", "ornamental"], ["en", "ga"], LATE),
    ("Amara Okoye", "employee", "", ["piercing"], ["en"], OPENING),
    ("Tomasz Lis", "guest", "", ["neo traditional", "colour"], ["pl", "en"], STAY),
)
STATIONS = (
    ("Chair by the window", "chair", "Arm rest, ring light"),
    ("Chair in the middle", "chair", "Arm rest"),
    ("Long bench", "bench", "For backs and legs"),
    ("Quiet room", "room", "Door, bench, dimmed light"),
    ("Chair at the back", "chair", "Arm rest, screen"),
    ("Piercing room", "piercing", "Bench, steriliser beside it"),
)


def make_artists(plan: DemoPlan, today: date) -> list[Artist]:
    """Eight of them; the one who signs in as an artist is the first."""
    perform(CONSOLE, change_setting, "studio.opening_hours", OPENING)
    return [_artist(plan, today, number, *told) for number, told in enumerate(ARTISTS)]


def make_stations() -> list[Station]:
    """Six of them."""
    return [
        perform(CONSOLE, add_station, {"name": t(name), "kind": kind, "equipment": equipment})
        for name, kind, equipment in STATIONS
    ]


def make_days(artists: list[Artist], today: date) -> None:
    """Somebody is on holiday in three weeks, somebody comes in on a Monday, and the studio is shut one day."""
    holiday = {"kind": "holiday", "from_on": today + timedelta(days=20), "until_on": today + timedelta(days=27)}
    perform(CONSOLE, add_absence, artists[2].id, holiday)
    monday = today + timedelta(days=7 - today.weekday())
    extra = {"kind": "extra", "from_on": monday, "hours": [["11:00", "16:00"]], "note": "Convention week"}
    perform(CONSOLE, add_absence, artists[1].id, extra)
    perform(CONSOLE, add_closure, {"from_on": today + timedelta(days=33), "reason": "Deep cleaning"})


def _artist(
    plan: DemoPlan,
    today: date,
    number: int,
    name: str,
    contract: str,
    account: str,
    styles: list[str],
    languages: list[str],
    hours: dict[str, Any],
) -> Artist:
    user = plan.people.get(account)
    stay = {"guest_from": today - timedelta(days=25), "guest_until": today + timedelta(days=20)}
    details: dict[str, Any] = {
        "name": name,
        "contract": contract,
        "styles": styles,
        "languages": languages,
        "hours": hours,
    }
    details |= {"email": f"{name.split()[0].lower()}@linework.example", "colour": number % 6 + 1}
    details |= ({"user_id": user.id} if user else {}) | (stay if contract == "guest" else {})
    made = perform(CONSOLE, add_artist, details)
    for paper in _papers(plan, today, number):
        perform(CONSOLE, add_certificate, made.id, paper)
    return made


def _papers(plan: DemoPlan, today: date, number: int) -> list[dict[str, Any]]:
    """What each needs; one course ends in twelve days."""
    left = 12 if number == 3 else plan.random.randrange(90, 700)
    issued = today - timedelta(days=plan.random.randrange(60, 300))
    course = {"kind": "bloodborne", "issuer": "Red Cross", "issued_on": issued}
    return [
        {"kind": "licence", "number": f"TL-{4100 + number}", "issuer": "City council", "blocks_booking": True,
         "expires_on": today + timedelta(days=300 + 40 * number)},
        {**course, "expires_on": today + timedelta(days=left)},
        {"kind": "hepatitis_b", "state": "immune" if number % 3 else "accepted", "issued_on": issued},
    ]  # fmt: skip
