"""How the settings page orders what the rooms declare, and the plain words it adds."""

from __future__ import annotations

from dataclasses import dataclass

from studio.kernel.text import N_


@dataclass(frozen=True)
class Group:
    """Settings that belong together; `starts` are the beginnings of their keys."""

    anchor: str
    title: str
    lead: str
    starts: tuple[str, ...]


GROUPS = (
    Group("studio", N_("Studio"), "", ("studio.",)),
    Group(
        "phones",
        N_("Phones and tablets"),
        N_("Nothing leaves the studio: phones and tablets talk to this computer over the studio's own Wi-Fi."),
        ("lan.",),
    ),
    Group("looks", N_("Looks"), "", ("looks.",)),
    Group("clients", N_("Clients and forms"), "", ("clients.", "consent.", "photos.")),
    Group("schedule", N_("Calendar"), "", ("schedule.",)),
    Group("sign-in", N_("Sign-in"), "", ("staff.",)),
    Group(
        "mail",
        N_("E-mail"),
        N_("Without a mail server Linework sends nothing and asks nothing of the internet. Alerts are under the bell."),
        ("mail.",),
    ),
    Group("alerts", N_("Alerts"), "", ("health.", "clients.inbox.minutes")),
    Group(
        "limits",
        N_("Limits"),
        N_("They keep one busy or broken device from slowing down the desk. The usual values suit most studios."),
        ("limits.",),
    ),
)
REST = Group("more", N_("More"), "", ())

TITLES = {"lan.address": N_("Network phones use")}
"""Shorter words than the declaration's, where the control says the rest."""

HELP = {
    "studio.name": N_("Guests read it on their phones, and it stands on every card and receipt."),
    "studio.logo": N_(
        "On consents, on the waiting tablet and on guests' phones. PNG, JPEG or WebP; may be transparent."
    ),
    "studio.country": N_("Decides how phone numbers are read."),
    "studio.currency": N_("For every price. Amounts already written down keep theirs."),
    "studio.locale": N_("The language of a screen is each person's own choice."),
    "studio.zone": N_("The clock on the studio's wall."),
    "lan.enabled": N_("Guests open their own form and consent, paired tablets their waiting screen, and nothing else."),
    "lan.staff": N_(
        "Also shows the sign-in page on the network. Switch it on only in a Wi-Fi that guests do not share."
    ),
    "lan.tls": N_("With a certificate this studio makes itself, which its tablets and laptops install once."),
    "lan.address": N_("Phones come in by this network and no other; chosen by itself is right for most."),
    "lan.tls_port": N_("For encrypted pages. Tablets paired before have to be paired again when it changes."),
    "lan.port": N_("Change it only when another program uses it. Codes shown before stop working."),
    "looks.accent": N_("Says what is now: links, focus, the room one is in."),
    "clients.adult_age": N_(
        "Younger guests are asked for a parent or guardian. Counts where it is more than the country's rules say."
    ),
    "clients.registration.minutes": N_("Once opened, a guest has an hour to fill in the form."),
    "clients.poster.open": N_("Off, the poster leads nowhere; forms already begun are not touched."),
    "clients.poster.line": N_("Stands below the code, where people look before they scan it."),
    "clients.poster.per_minute": N_("More than that, and phones are asked to try again in a minute."),
    "clients.poster.per_address": N_("Keeps one phone from taking all the forms."),
    "clients.inbox.per_minute": N_("What comes above it waits on the phone and is sent again by itself."),
    "clients.registration.by_itself": N_("The journal names this rule as whoever accepted them."),
    "consent.ceremony.minutes": N_("After that the code leads nowhere, and the desk sends another."),
    "consent.guardian.minutes": N_("After that the link leads nowhere, and the desk makes another."),
    "photos.removed.days": N_("Then it is gone for good. A hold on the client keeps it."),
    "limits.guest_per_minute": N_("Counted for each code, so that one guest never slows another."),
    "limits.address_per_minute": N_("Several phones behind one router count as one address."),
    "limits.astray_per_minute": N_("Whoever guesses at addresses is soon asked to wait."),
    "limits.api_per_minute": N_("For programs: what one of them may ask, evenly over the minute."),
    "limits.api_burst": N_("What it may ask at once before it has to wait."),
    "mail.host": N_("The provider of the studio's e-mail calls it the outgoing or SMTP server."),
    "mail.port": N_("587 for STARTTLS, 465 for TLS."),
    "mail.security": N_("Without it anybody on the way can read letters; the password is then never sent."),
    "mail.user": N_("Often the whole address. Empty when the server asks for none."),
    "mail.password": N_("Kept sealed, and shown to nobody again. Many providers give out a password for programs."),
    "mail.from": N_("The studio's name stands before it."),
    "health.disk_gigabytes": N_("With less, an alert says so before nothing can be saved."),
    "clients.inbox.minutes": N_("Then an alert says so."),
    "clients.inbox.limit": N_("More than that, and phones are asked to wait."),
    "staff.idle_minutes": N_("Shorter is safer where guests can reach the desk."),
    "staff.lock_minutes": N_("The PIN opens it again; what was typed is still there."),
    "staff.session_hours": N_("A working day, so that nobody stays signed in overnight."),
    "staff.api_minutes": N_("For programs that sign in with a password."),
}


def group_of(key: str, wanted: str = "") -> Group:
    """Where a setting is shown: in the group it asks for, else by its key; what nobody foresaw comes last."""
    if asked := next((group for group in GROUPS if group.anchor == wanted), None):
        return asked
    fitting = [group for group in GROUPS if key.startswith(group.starts)]
    return max(
        fitting, key=lambda group: max(len(start) for start in group.starts if key.startswith(start)), default=REST
    )
