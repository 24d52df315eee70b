"""What the messages room declares."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import AlertKind, Area, DemoPlan, Timer
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.messages.facts import LetterQueued
from studio.messages.holding import HOLDS
from studio.messages.housekeeping import call_postman, wake_alerts
from studio.messages.offers import OFFERS
from studio.messages.postman import send_soon
from studio.messages.rules import mail

EVERYBODY = "owner manager artist guest_artist reception viewer inspector"
OVER = "owner manager"


def made_up_alerts(house: House, plan: DemoPlan) -> None:
    """A few alerts for a demo; drawn only when somebody asks for one."""
    from studio.messages.demo import fill

    fill(house, plan)


AREA = Area(
    name="messages",
    holds=HOLDS,
    offers=OFFERS,
    permissions=(
        Permission.of("messages.alert.see", N_("Read one's alerts"), EVERYBODY),
        Permission.of("messages.alert.wake", N_("Bring back alerts that were put off"), "timer"),
        Permission.of("messages.route.change", N_("Decide who is told what, and how"), "owner"),
        Permission.of("messages.mail.set", N_("Set up and try e-mail"), "owner"),
        Permission.of("messages.letter.see", N_("See which letters were sent"), OVER),
        Permission.of("messages.letter.manage", N_("Send letters again, or take them back"), OVER),
        Permission.of("messages.letter.send", N_("Hand letters to the mail server"), "timer"),
        Permission.of("messages.demo.fill", N_("Fill an empty studio with made-up alerts"), "console"),
    ),
    settings=(
        Setting("mail.host", str, "", N_("Mail server; empty sends nothing"), check=mail.host),
        Setting("mail.port", int, 587, N_("Port of the mail server"), check=mail.mail_port),
        Setting("mail.security", str, "starttls", N_("Encryption on the way"), check=mail.security),
        Setting("mail.user", str, "", N_("User name at the mail server"), check=mail.user),
        Setting("mail.password", str, "", N_("Password at the mail server"), check=mail.password, secret=True),
        Setting("mail.from", str, "", N_("Address letters come from"), check=mail.sender),
    ),
    timers=(
        Timer("messages.letter.call", timedelta(minutes=1), call_postman),
        Timer("messages.alert.wake", timedelta(minutes=1), wake_alerts),
    ),
    alerts=(
        AlertKind(
            "messages.demo.studio",
            N_("This is a demo studio: nobody in it is real. For your own, start Linework with a new data folder."),
            urgency="info",
            roles=EVERYBODY,
            title=N_("A demo studio"),
            lasts=True,
            listed=False,
        ),
        AlertKind(
            "messages.mail.stuck",
            N_("E-mail does not leave this computer. Letters wait in the outbox and are tried again."),
            urgency="warn",
            title=N_("E-mail does not leave"),
            lasts=True,
            to="/outbox",
            needs="messages.letter.see",
            never="mail",
        ),
        AlertKind(
            "messages.mail.failed",
            N_("A letter could not be sent and is not tried again by itself."),
            urgency="warn",
            title=N_("A letter was given up"),
            to="/outbox?state=failed",
            needs="messages.letter.see",
            never="mail",
        ),
    ),
    sentences={
        "messages.alert.read": N_("{who} read an alert"),
        "messages.alert.read_all": N_("{who} read all alerts"),
        "messages.alert.snooze": N_("{who} put an alert off"),
        "messages.alert.unsnooze": N_("{who} took an alert up again"),
        "messages.alert.wake": N_("Alerts that were put off came back"),
        "messages.route.change": N_("{who} changed who is told what"),
        "messages.letter.call": N_("Letters that were due were sent"),
        "messages.letter.take": N_("Letters were handed to the mail server"),
        "messages.letter.sent": N_("The mail server took a letter"),
        "messages.letter.fail": N_("The mail server did not take a letter"),
        "messages.letter.resend": N_("{who} had a letter sent again"),
        "messages.letter.cancel": N_("{who} took a letter back"),
        "messages.mail.try": N_("{who} tried the e-mail settings"),
        "messages.demo.fill": N_("Made-up alerts were raised"),
    },
    after=((LetterQueued, send_soon),),
    demo=made_up_alerts,
)
