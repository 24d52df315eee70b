"""What the staff room declares about signing in: rights, settings and the sentences of the journal."""

from __future__ import annotations

from studio.extension.area import AlertKind
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.upkeep.rules import whole_number

EVERYBODY = "owner manager artist guest_artist reception viewer inspector"

PERMISSIONS = (
    Permission.of("staff.code.give", N_("Give codes for a new password"), "owner console"),
    Permission.of(
        "staff.second_step.change", N_("Switch the second step of a sign-in on or off"), "owner console", own=EVERYBODY
    ),
    Permission.of("staff.pin.set", N_("Have a PIN for shared desks"), "", own=EVERYBODY),
    Permission.of("staff.sign_in.lock", N_("Lock one's own sign-in"), "", own=EVERYBODY),
    Permission.of("staff.code.use", N_("Choose a new password with a code"), "guest"),
)

SETTINGS = (
    whole_number(
        "staff.lock_minutes",
        10,
        N_("Minutes without use after which a shared desk locks itself"),
        1,
        240,
    ),
)

ALERTS = (
    AlertKind(
        "staff.second_step.refused_often",
        N_("Somebody knows the password of {what} and guesses at the code of their app: {n} try so far."),
        urgency="urgent",
        channels="app mail desktop",
        many=N_("Somebody knows the password of {what} and guesses at the code of their app: {n} tries so far."),
        title=N_("Somebody knows a password"),
        to="/staff",
        needs="staff.user.see",
    ),
)

SENTENCES = {
    "staff.second_step.refuse": N_("A code of the second step of {what} was refused"),
    "staff.pin.set": N_("{who} changed their PIN"),
    "staff.pin.refuse": N_("A wrong PIN was typed for {what}"),
    "staff.sign_in.lock": N_("{who} locked the screen"),
    "staff.sign_in.unlock": N_("{what} unlocked the screen"),
    "staff.sign_in.switch": N_("{what} took over at a shared desk"),
    "staff.desk.mark": N_("{who} made {what} a shared desk"),
    "staff.desk.unmark": N_("{who} made {what} an ordinary browser again"),
    "staff.second_step.turn_on": N_("{who} switched on a second step for their sign-in"),
    "staff.second_step.renew": N_("{who} made new recovery codes"),
    "staff.second_step.turn_off": N_("{who} switched off the second step of {what}"),
    "staff.code.give": N_("{who} gave {what} a code for a new password"),
    "staff.code.ask": N_("{what} was sent a code for a new password"),
    "staff.code.use": N_("{what} chose a new password with a code"),
    "staff.code.refuse": N_("A code for a new password was refused"),
}
