"""Alerts and letters: what people should know of, who is told, and what was sent by e-mail."""

from pages.messages import api
from pages.messages.alerts import draw as draw_alerts
from pages.messages.mail import draw as draw_mail
from pages.messages.mail import draw_who
from pages.messages.outbox import draw as draw_outbox
from pages.messages.routes import draw as draw_routes
from pages.messages.showing import SEE
from studio.extension.screens import FirstStep, Screen, Screens, Slot
from studio.kernel.text import N_
from studio.messages.queries.first import mail_is_set
from studio.upkeep.facts import SettingChanged

SCREENS = Screens(
    name="messages",
    screens=(
        Screen("/alerts", draw_alerts, SEE, N_("Alerts")),
        Screen("/alerts/routes", draw_routes, "messages.route.change", N_("Who is told")),
        Screen("/outbox", draw_outbox, "messages.letter.see", N_("Outbox")),
    ),
    slots=(
        Slot("settings.mail", draw_mail, 10, "messages.mail.set"),
        Slot("settings.alerts", draw_who, 10, "messages.route.change"),
    ),
    first_steps=(
        FirstStep(
            "messages.mail",
            N_("Send e-mail"),
            N_("Invitations and alerts go out by the studio's own mail server; without one nothing is sent."),
            N_("Set up e-mail"),
            "/settings#mail",
            140,
            "messages.mail.set",
            mail_is_set,
            (SettingChanged,),
        ),
    ),
    api=(api.router,),
)
