"""What a new studio does first about consents and tablets."""

from __future__ import annotations

from studio.consent.facts import PacketFact
from studio.consent.queries.first import consent_signed
from studio.extension.screens import FirstStep
from studio.kernel.text import N_
from studio.staff.facts import AboutDevice
from studio.staff.queries.first import tablet_paired

STEPS = (
    FirstStep(
        "consent.tablet",
        N_("Pair a tablet"),
        N_("Clients fill in forms and sign on it; it shows nothing else."),
        N_("Pair a tablet"),
        "/settings#tablets",
        120,
        "staff.device.manage",
        tablet_paired,
        (AboutDevice,),
    ),
    FirstStep(
        "consent.signed",
        N_("Have a first consent signed"),
        N_("From a client's profile: on the tablet, at this desk or on their own phone. Try it with your own file."),
        N_("Open the clients"),
        "/clients",
        130,
        "consent.packet.list",
        consent_signed,
        (PacketFact,),
    ),
)
