"""What things of the schedule are called."""

from collections.abc import Mapping

from studio.kernel.text import N_

KINDS: Mapping[str, str] = {
    "consult": N_("Consultation"),
    "session": N_("Session"),
    "touch_up": N_("Touch-up"),
    "piercing": N_("Piercing"),
    "walk_in": N_("Walk-in"),
    "block": N_("Blocked time"),
}
CONTRACTS: Mapping[str, str] = {
    "employee": N_("Employee"),
    "split": N_("Share of the takings"),
    "booth_rent": N_("Booth rent"),
    "guest": N_("Guest artist"),
}
RENT_PER: Mapping[str, str] = {
    "day": N_("day"),
    "week": N_("week"),
    "month": N_("month"),
}
ABSENCES: Mapping[str, str] = {
    "off": N_("Day off"),
    "holiday": N_("Holiday"),
    "sick": N_("Sick"),
    "extra": N_("Other hours than usual"),
}
CERTIFICATES: Mapping[str, str] = {
    "licence": N_("Licence"),
    "bloodborne": N_("Blood-borne pathogens course"),
    "first_aid": N_("First aid course"),
    "hepatitis_b": N_("Hepatitis B vaccination"),
    "insurance": N_("Insurance"),
    "other": N_("Other certificate"),
}
VACCINATION: Mapping[str, str] = {
    "": N_("Not said"),
    "accepted": N_("Vaccinated"),
    "immune": N_("Immune"),
    "declined": N_("Declined"),
}
STATIONS: Mapping[str, str] = {
    "chair": N_("Chair"),
    "bench": N_("Bench"),
    "room": N_("Room"),
    "piercing": N_("Piercing place"),
    "other": N_("Other place"),
}
CALLED_OFF_BY: Mapping[str, str] = {
    "client": N_("The client"),
    "artist": N_("The artist"),
    "studio": N_("The studio"),
}
HEALING: Mapping[str, str] = {
    "fine": N_("It heals well"),
    "concern": N_("Something worries them"),
    "touch_up": N_("It needs a touch-up"),
}
DEPOSIT_STATES: Mapping[str, str] = {
    "none": N_("No deposit"),
    "due": N_("Deposit due"),
    "waived": N_("Deposit waived"),
    "recorded": N_("Deposit taken"),
}
OUTCOMES: Mapping[str, str] = {
    "": "",
    "moves_along": N_("The deposit moves along"),
    "kept": N_("The deposit stays for the next booking"),
    "refunded": N_("The deposit is paid back"),
    "forfeited": N_("The deposit is forfeited"),
}
WAITING: Mapping[str, str] = {
    "waiting": N_("Waiting"),
    "offered": N_("Offered a time"),
    "taken": N_("Booked"),
    "removed": N_("Taken off the list"),
}
