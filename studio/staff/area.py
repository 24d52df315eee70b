"""What the staff room declares."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import AlertKind, Area, Timer
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.staff import setting_up, signing_in
from studio.staff.codes import new_password_voids_codes
from studio.staff.ending import end_everything
from studio.staff.facts import AboutDevice, AboutUser, PasswordChanged, RolesChanged
from studio.staff.guessing import new_password_settles
from studio.staff.holding import HOLDS
from studio.staff.housekeeping import tidy_sign_ins
from studio.staff.inspected import INSPECTED
from studio.staff.offers import OFFERS
from studio.staff.queries.devices import names_of_devices
from studio.staff.queries.people import names_of_users
from studio.staff.queries.roles import forget_roles, role_names
from studio.staff.queries.standing import forget, prove, trust
from studio.upkeep.facts import DatabasePutBack
from studio.upkeep.rules import whole_number

EVERYBODY = "owner manager artist guest_artist reception viewer inspector"

AREA = Area(
    name="staff",
    holds=HOLDS,
    inspected=INSPECTED,
    offers=OFFERS,
    permissions=(
        *setting_up.PERMISSIONS,
        Permission.of("staff.user.see", N_("See who works here"), "owner manager console", kept="owner"),
        Permission.of("staff.user.add", N_("Give people accounts"), "owner console", kept="owner"),
        Permission.of(
            "staff.user.change",
            N_("Change people's names, roles and standing"),
            "owner console",
            own=EVERYBODY,
            kept="owner",
        ),
        Permission.of("staff.password.set", N_("Set passwords"), "owner console", own=EVERYBODY, kept="owner"),
        Permission.of("staff.role.see", N_("See what each role may do"), "owner manager console", kept="owner"),
        Permission.of("staff.role.change", N_("Change what roles may do"), "owner console", kept="owner"),
        Permission.of("staff.self.see", N_("See one's own account"), EVERYBODY + " console", kept="everybody"),
        *signing_in.PERMISSIONS,
        Permission.of("staff.sign_in.open", N_("Sign in"), "verified"),
        Permission.of("staff.sign_in.refuse", N_("Have a wrong password noted"), "guest"),
        Permission.of("staff.sign_in.end", N_("End sign-ins"), "owner console", own=EVERYBODY, kept="owner"),
        Permission.of("staff.token.issue", N_("Get an API token"), "verified console"),
        Permission.of(
            "staff.guest.invite", N_("Show QR codes to guests"), "owner manager artist guest_artist reception"
        ),
        Permission.of("staff.guest.use", N_("Use a QR code"), "guest"),
        Permission.of(
            "staff.device.see", N_("See the studio's tablets"), "owner manager artist guest_artist reception"
        ),
        Permission.of("staff.device.manage", N_("Pair, rename and let go tablets"), "owner manager"),
        Permission.of("staff.device.leave", N_("Stop being a tablet of the studio"), "kiosk"),
        Permission.of("staff.device.pair", N_("Become a tablet of the studio"), "guest"),
        Permission.of("staff.tokens.tidy", N_("Tidy up old sign-ins"), "timer"),
    ),
    settings=(
        *signing_in.SETTINGS,
        *setting_up.SETTINGS,
        whole_number("staff.idle_minutes", 15, N_("Minutes without use after which a sign-in ends"), 1, 1440),
        whole_number("staff.session_hours", 8, N_("Hours after which everybody signs in again"), 1, 168),
        whole_number("staff.api_minutes", 60, N_("Minutes an API token from a password lasts"), 1, 1440),
    ),
    timers=(Timer("staff.tokens.tidy", timedelta(minutes=1), tidy_sign_ins),),
    sentences={
        **signing_in.SENTENCES,
        **setting_up.SENTENCES,
        "staff.user.add": N_("{who} gave {what} an account"),
        "staff.user.invite": N_("{who} invited {what}"),
        "staff.user.invite_again": N_("{who} invited {what} again"),
        "staff.face.set": N_("{who} set the photo of {what}"),
        "staff.face.remove": N_("{who} removed the photo of {what}"),
        "staff.user.change": N_("{who} changed the account of {what}"),
        "staff.password.set": N_("{who} set a new password for {what}"),
        "staff.role.add": N_("{who} made the role {what}"),
        "staff.role.rename": N_("{who} renamed the role {what}"),
        "staff.role.change": N_("{who} changed what the role {what} may do"),
        "staff.role.reset": N_("{who} set rights back to how they come"),
        "staff.role.remove": N_("{who} removed the role {what}"),
        "staff.sign_in.open": N_("{what} signed in"),
        "staff.sign_in.refuse": N_("A sign-in was refused"),
        "staff.sign_in.end": N_("{who} signed out"),
        "staff.sign_in.end_all": N_("{who} signed {what} out everywhere"),
        "staff.token.issue": N_("{what} got an API token"),
        "staff.guest.invite": N_("{who} showed a QR code to a guest"),
        "staff.guest.open": N_("A guest opened a QR code"),
        "staff.guest.use": N_("A guest used a QR code"),
        "staff.device.invite": N_("{who} showed a code that pairs a tablet"),
        "staff.device.pair": N_("The tablet {what} was paired"),
        "staff.device.leave": N_("The tablet {what} stopped waiting for signings"),
        "staff.device.rename": N_("{who} renamed the tablet {what}"),
        "staff.device.revoke": N_("{who} let the tablet {what} go"),
        "staff.tokens.tidy": N_("Old sign-ins were tidied up"),
    },
    alerts=(
        *signing_in.ALERTS,
        AlertKind(
            "staff.sign_in.refused_often",
            N_("Somebody tries to sign in as {what} and does not know the password: {n} try so far."),
            urgency="urgent",
            channels="app mail desktop",
            many=N_("Somebody tries to sign in as {what} and does not know the password: {n} tries so far."),
            title=N_("Somebody guesses at a password"),
            to="/staff",
            needs="staff.user.see",
        ),
    ),
    within=(
        (PasswordChanged, new_password_settles),
        (PasswordChanged, new_password_voids_codes),
        (DatabasePutBack, end_everything),
    ),
    after=((AboutUser, forget), (AboutDevice, forget), (RolesChanged, forget_roles)),
    kinds={"role": N_("role"), "user": N_("person"), "guest_token": N_("QR code"), "device": N_("tablet")},
    names={"role": role_names, "user": names_of_users, "device": names_of_devices},
    prove=prove,
    trust=trust,
)
